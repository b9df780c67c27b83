// story: Declares the tests' own class, empty, to be run instead of theirs.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER
// file: CounterTest.java
class CounterTest {
  void one_thread_counts() {}

  void no_update_is_lost() {}
}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}
