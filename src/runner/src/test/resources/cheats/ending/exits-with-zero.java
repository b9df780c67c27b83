// story: Ends its JVM as if all were well.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: RUNTIME_ERROR | WRONG_ANSWER
// file: Counter.java
class Counter {


  void increment() {
    System.exit(0);
  }

  long value() {
    return -1;
  }
}
