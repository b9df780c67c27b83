// story: Reads environment, properties and arguments of its process and of those around it.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | OUTPUT_LIMIT | RUNTIME_ERROR
// file: Counter.java
class Counter {
  static {
    System.getenv().forEach((name, value) -> System.out.println(name + value));
    System.getProperties().forEach((name, value) -> System.out.println(name + "" + value));
    ProcessHandle.allProcesses().forEach(it -> System.out.println(it.info()));
    for (var path : new String[] {"/proc/self/environ", "/proc/1/cmdline", "/proc/self/maps"}) {
      try {
        System.out.println(java.nio.file.Files.readString(java.nio.file.Path.of(path)));
      } catch (Exception e) {
        System.out.println(e);
      }
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
