// story: Prints what takes a careless pattern for ever to refuse.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER | OUTPUT_LIMIT
// file: Main.java

void main() {
  IO.println("page 1: 1 words\n".repeat(20_000) + "total: x");
}
