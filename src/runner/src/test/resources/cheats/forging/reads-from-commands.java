// story: Takes commands off the harness, so that it decides what is asked.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | RUNTIME_ERROR | SECURITY_VIOLATION | TIME_LIMIT
// file: Counter.java
class Counter {
  static {
    var thread = new Thread(() -> {
      for (var path : new String[] {"/dev/fd/3", "/proc/self/fd/3", "/dev/stdin"}) {
        try (var in = new java.io.FileInputStream(path)) {
          System.out.println(in.readNBytes(1 << 20).length);
        } catch (Exception e) {
          System.out.println(e.getMessage());
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
