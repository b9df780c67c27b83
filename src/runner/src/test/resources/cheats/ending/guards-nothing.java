// story: Is the honest mistake, to compare with: no guard at all, slowed down so that it shows on any machine.
// exercise: lost-update
// attacks: no-update-is-lost
// verdict: RACE_OBSERVED | WRONG_ANSWER
// file: Counter.java
class Counter {
  private long value;

  void increment() {
    long seen = value;
    if ((seen & 63) == 0) {
      Thread.yield();
    }
    value = seen + 1;
  }

  long value() {
    return value;
  }
}
