// story: Starts the harness a second time in its own JVM, to answer instead of the first.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION | RUNTIME_ERROR
// file: Counter.java
class Counter {
  Counter() {
    try {
      var main = Class.forName("threadmill.harness.Main").getMethod("main", String[].class);
      main.invoke(null, (Object) new String[0]);
    } catch (Exception | Error e) {
      System.out.println(e);
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
