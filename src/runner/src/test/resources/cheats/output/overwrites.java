// story: Prints many answers over each other with carriage returns, backspaces and escape sequences.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  for (int page = 1; page <= 4; page++) {
    for (int words = 0; words < 200; words++) {
      IO.print("\rpage " + page + ": " + words + " words\u001b[2K\u001b[1G");
    }
    IO.println("\b\b\b");
  }
  for (int words = 0; words < 300; words++) {
    IO.print("\u001b[1A\u001b[2Ktotal: " + words + " words\r");
  }
}
