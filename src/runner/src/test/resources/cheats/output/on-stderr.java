// story: Prints every answer on standard error and nothing on standard output.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER | OUTPUT_LIMIT
// file: Main.java

void main() {
  for (int words = 0; words < 300; words++) {
    for (int page = 1; page <= 4; page++) {
      System.err.println("page " + page + ": " + words + " words");
    }
    System.err.println("total: " + words + " words");
  }
}
