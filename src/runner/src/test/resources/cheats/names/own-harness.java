// story: Brings classes of the harness, to be loaded instead of its own.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: SECURITY_VIOLATION | COMPILE_ERROR
// file: threadmill/harness/wire/PlainData.java
package threadmill.harness.wire;

public class PlainData {
  public static byte[] encode(Object value) {
    return new byte[] {'l', 0, 0, 0, 0, 0, 0, 3, 1};
  }
}
// file: Counter.java
class Counter {
  void increment() {}

  long value() {
    return -1;
  }
}
