// story: Brings the Subject through which tests ask, with an answer that is always right.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: SECURITY_VIOLATION | COMPILE_ERROR
// file: threadmill/judge/Subject.java
package threadmill.judge;

public class Subject {
  public Object call(String method, Object... arguments) {
    return 1_000;
  }
}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}
