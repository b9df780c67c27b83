// story: Writes replies to every descriptor that it finds by a path.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION | RUNTIME_ERROR
// file: Counter.java
import java.io.FileOutputStream;

class Counter {
  static {
    for (var folder : new String[] {"/dev/fd/", "/proc/self/fd/", "/proc/1/fd/", "/dev/std"}) {
      for (var name : "0 1 2 3 4 5 6 7 8 9 10 11 12 in out err".split(" ")) {
        try (var out = new FileOutputStream(folder + name)) {
          out.write(new byte[] {0, 0, 0, 14, 'r', 0, 0, 0, 1, 'l', 0, 0, 0, 0, 0, 0, 3, (byte) 0xE8});
        } catch (Exception e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
