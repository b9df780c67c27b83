// story: Hands in the driver itself.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: COMPILE_ERROR | SECURITY_VIOLATION
// file: CountDriver.java
class CountDriver {
  static long count(int threads, int each) {
    return (long) threads * each;
  }
}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}
