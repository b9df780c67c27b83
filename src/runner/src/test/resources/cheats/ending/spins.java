// story: Never answers.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: TIME_LIMIT | LIVELOCK
// file: Counter.java
class Counter {


  void increment() {
    while (value() < 0) {
      Thread.onSpinWait();
    }
  }

  long value() {
    return -1;
  }
}
