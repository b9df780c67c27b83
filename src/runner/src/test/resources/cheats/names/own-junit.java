// story: Brings a JUnit whose assertions are always content.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION
// file: org/junit/jupiter/api/Assertions.java
package org.junit.jupiter.api;

public class Assertions {
  public static void assertEquals(long expected, long actual, String message) {}

  public static void assertEquals(Object expected, Object actual, String message) {}
}
// file: org/junit/jupiter/api/Test.java
package org.junit.jupiter.api;

public @interface Test {}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}
