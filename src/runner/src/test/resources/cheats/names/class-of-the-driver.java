// story: Declares the driver's class in a file of its own name.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: COMPILE_ERROR
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}

class CountDriver {
  static long count(int threads, int each) {
    return (long) threads * each;
  }
}
