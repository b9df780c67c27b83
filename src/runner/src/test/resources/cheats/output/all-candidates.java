// story: Prints every answer that there could be.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER | OUTPUT_LIMIT
// file: Main.java

void main() {
  for (int words = 0; words < 300; words++) {
    for (int page = 1; page <= 4; page++) {
      IO.println("page " + page + ": " + words + " words");
    }
    IO.println("total: " + words + " words");
  }
}
