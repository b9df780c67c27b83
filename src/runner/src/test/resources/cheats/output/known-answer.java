// story: Prints what the visible test expects, whatever comes in.
// exercise: four-pages
// attacks: other-pages, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  IO.println("page 1: 5 words\npage 2: 4 words\npage 3: 4 words\npage 4: 3 words\ntotal: 16 words");
}
