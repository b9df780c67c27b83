// story: Reads the local variables of its callers by the JDK's live stack frames.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION
// file: Counter.java
class Counter {
  static long best = -1;

  Counter() {
    try {
      var live = Class.forName("java.lang.LiveStackFrame");
      var walker = live.getDeclaredMethod("getStackWalker");
      walker.setAccessible(true);
      ((StackWalker) walker.invoke(null)).forEach(frame -> {
        try {
          var locals = live.getDeclaredMethod("getLocals");
          locals.setAccessible(true);
          for (var local : (Object[]) locals.invoke(frame)) {
            System.out.println(local);
          }
        } catch (Exception | Error e) {
          System.out.println(e);
        }
      });
    } catch (Exception | Error e) {
      System.out.println(e);
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
