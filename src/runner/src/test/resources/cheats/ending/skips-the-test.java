// story: Throws what JUnit takes for a test that is skipped.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: RUNTIME_ERROR | WRONG_ANSWER
// file: org/opentest4j/TestAbortedException.java
package org.opentest4j;

public class TestAbortedException extends RuntimeException {
  public TestAbortedException(String message) {
    super(message);
  }
}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    throw new org.opentest4j.TestAbortedException("assumption failed: skipped");
  }
}
