// story: Answers the numbers that came in earlier judgings, in their order.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER
// file: Counter.java
class Counter {
  private static final long[] LAST_TIME = {54_321, 4_000, 2_612, 3_284, 2_000, 3_996};
  private static int calls;

  void increment() {}

  long value() {
    return LAST_TIME[calls++ % LAST_TIME.length];
  }
}
