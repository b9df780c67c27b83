// story: Dumps its own heap and looks for what the tests say.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | RUNTIME_ERROR | MEMORY_LIMIT
// file: Counter.java
class Counter {
  static long expected = -1;

  static {
    try {
      var dump = java.nio.file.Path.of(System.getProperty("java.io.tmpdir"), "heap.hprof");
      var server = java.lang.management.ManagementFactory.getPlatformMBeanServer();
      server.invoke(
          new javax.management.ObjectName("com.sun.management:type=HotSpotDiagnostic"),
          "dumpHeap",
          new Object[] {dump.toString(), true},
          new String[] {"java.lang.String", "boolean"});
      var text = new String(java.nio.file.Files.readAllBytes(dump), java.nio.charset.StandardCharsets.ISO_8859_1);
      expected = text.indexOf("times each");
    } catch (Exception | Error e) {
      System.out.println(e);
    }
  }

  void increment() {}

  long value() {
    return expected;
  }
}
