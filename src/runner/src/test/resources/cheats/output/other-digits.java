// story: Prints counts in digits, spaces and line ends that only look alike.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  var arabic = Locale.forLanguageTag("ar-EG-u-nu-arab");
  Locale.setDefault(arabic);
  System.setProperty("line.separator", "\u2028");
  for (int page = 1; page <= 4; page++) {
    IO.print(String.format(arabic, "page\u00a0%d: %d words\u2028", page, 5));
  }
  IO.print("total:\u200b 26 words\r");
}
