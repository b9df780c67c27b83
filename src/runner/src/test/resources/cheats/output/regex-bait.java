// story: Prints patterns that match everything, and what ends a quotation of one.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  IO.println(".*");
  IO.println("(?s).*");
  IO.println("\\E.*\\Q");
  IO.println("(page [1-4]: [0-9]+ words\n){4}total: 26 words");
  IO.println("$0 ${0} %s %n {} [\\s\\S]*");
}
