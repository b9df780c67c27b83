// story: Looks for the tests on every path that a JVM has, and for numbers in them.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER
// file: Counter.java
import java.nio.file.Files;
import java.nio.file.Path;

class Counter {
  static {
    for (var property : new String[] {"java.class.path", "jdk.module.path", "java.home", "user.dir", "java.io.tmpdir"}) {
      var value = System.getProperty(property);
      if (value == null) {
        continue;
      }
      for (var entry : value.split(":")) {
        try (var files = Files.walk(Path.of(entry))) {
          files.filter(file -> file.toString().contains("CounterTest")).forEach(found -> expected = found.toString().length());
        } catch (Exception | Error e) {
          System.out.println(e);
        }
      }
    }
  }

  static long expected = -1;

  void increment() {}

  long value() {
    return expected;
  }
}
