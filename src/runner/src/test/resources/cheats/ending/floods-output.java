// story: Writes so much that a judge may lose the place of what matters.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | OUTPUT_LIMIT
// file: Counter.java
class Counter {
  static {
    for (int i = 0; i < 200_000; i++) {
      System.out.println("PASSED PASSED PASSED PASSED PASSED PASSED PASSED");
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
