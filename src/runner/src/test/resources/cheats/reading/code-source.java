// story: Goes by the code sources of its own class and of its callers to where they lie.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER
// file: Counter.java
class Counter {
  Counter() {
    StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).forEach(frame -> {
      try {
        var source = frame.getDeclaringClass().getProtectionDomain().getCodeSource();
        var folder = java.nio.file.Path.of(source.getLocation().toURI()).getParent();
        try (var files = java.nio.file.Files.walk(folder)) {
          files.forEach(System.out::println);
        }
      } catch (Exception | Error e) {
        System.out.println(e);
      }
    });
  }

  void increment() {}

  long value() {
    return -1;
  }
}
