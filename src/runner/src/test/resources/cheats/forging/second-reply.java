// story: Sends a reply of its own through the harness, and then lets it send its own.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION
// file: Counter.java
class Counter {
  Counter() {
    try {
      var main = Class.forName("threadmill.harness.Main", true, ClassLoader.getSystemClassLoader());
      var field = main.getDeclaredField("link");
      field.setAccessible(true);
      var link = field.get(null);
      var report = Class.forName("threadmill.harness.wire.Report$Returned");
      for (var constructor : report.getDeclaredConstructors()) {
        constructor.setAccessible(true);
        for (var send : link.getClass().getDeclaredMethods()) {
          if (send.getName().equals("send")) {
            send.setAccessible(true);
            send.invoke(link, constructor.newInstance(1, new byte[] {'l', 0, 0, 0, 0, 0, 0, 3, 1}));
          }
        }
      }
    } catch (Exception | Error e) {
      System.out.println(e);
    }
  }

  void increment() {}

  long value() {
    return -1;
  }
}
