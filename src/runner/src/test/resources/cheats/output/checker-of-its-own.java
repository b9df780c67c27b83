// story: Brings the checker's class, which is content with everything.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  IO.println("total: 0 words");
}
// file: PagesTest.java
class PagesTest {
  void counts_are_right(Object transcript) {}
}
