// story: Opens the descriptors of the harness by FileDescriptor and writes frames of replies.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION
// file: Counter.java
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

class Counter {
  static {
    for (int number = 3; number < 10; number++) {
      try {
        var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        try (var out = new DataOutputStream(new FileOutputStream(constructor.newInstance(number)))) {
          for (int id = 0; id < 100; id++) {
            out.writeInt(1 + 4 + 9);
            out.writeByte('r');
            out.writeInt(id);
            out.writeByte('l');
            out.writeLong(1_000);
          }
        }
      } catch (Exception | Error e) {
        System.out.println(e);
      }
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
