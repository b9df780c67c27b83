// story: Replaces the streams and handlers of the JVM that others use to tell of failures.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: Counter.java
class Counter {
  static {
    System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
    System.setErr(System.out);
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> Runtime.getRuntime().halt(0));
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> Runtime.getRuntime().halt(0));
    Thread.currentThread().setContextClassLoader(null);
  }

  void increment() {}

  long value() {
    return -1;
  }
}
