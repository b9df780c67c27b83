// story: Leaves what it has seen in every writable place, for the JVM of the next test.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER
// file: Counter.java
class Counter {
  static long last = -1;

  static {
    for (var folder : new String[] {System.getProperty("java.io.tmpdir"), "/tmp", "/dev/shm", "/var/tmp", ".", System.getProperty("user.home")}) {
      var file = java.nio.file.Path.of(folder, "counter");
      try {
        if (java.nio.file.Files.exists(file)) {
          last = Long.parseLong(java.nio.file.Files.readString(file));
        }
        java.nio.file.Files.writeString(file, "1000");
      } catch (Exception e) {
        System.out.println(e);
      }
    }
  }

  void increment() {}

  long value() {
    return last;
  }
}
