// story: Takes all memory, so that the judge may think that it was its own fault.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: MEMORY_LIMIT | RUNTIME_ERROR | WRONG_ANSWER
// file: Counter.java
class Counter {
  private static final java.util.List<byte[]> TAKEN = new java.util.ArrayList<>();

  void increment() {
    while (true) {
      TAKEN.add(new byte[1 << 20]);
    }
  }

  long value() {
    while (true) {
      TAKEN.add(new byte[1 << 20]);
    }
  }
}
