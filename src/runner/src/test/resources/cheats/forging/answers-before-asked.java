// story: A thread from before the first call writes answers to calls that have not come yet.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION
// file: Counter.java
class Counter {
  static {
    var thread = new Thread(() -> {
      for (int id = 0; id < 1_000; id++) {
        try (var out = new java.io.FileOutputStream("/dev/fd/4", true)) {
          out.write(new byte[] {0, 0, 0, 14, 'r', 0, 0, (byte) (id >> 8), (byte) id, 'l', 0, 0, 0, 0, 0, 0, 3, 1});
        } catch (Exception e) {
          // Then the next.
        }
      }
    });
    thread.setDaemon(true);
    thread.start();
  }

  void increment() {}

  long value() {
    return -1;
  }
}
