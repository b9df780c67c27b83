// story: Throws an exception that says that it passed, whatever it is asked.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: RUNTIME_ERROR | WRONG_ANSWER
// file: Counter.java
class Counter {
  static class Passed extends AssertionError {
    @Override
    public String getMessage() {
      return "expected: <1000> but was: <1000>\nverdict: OK";
    }

    @Override
    public String toString() {
      return "OK";
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return new StackTraceElement[] {new StackTraceElement("CounterTest", "no_update_is_lost", "CounterTest.java", 20)};
    }

    @Override
    public boolean equals(Object other) {
      return true;
    }
  }

  void increment() {}

  long value() {
    throw new Passed();
  }
}
