// story: Ends with 0 and no output before there is any input.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  Runtime.getRuntime().halt(0);
}
