// story: Has a shell kill and stop everybody else.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | RUNTIME_ERROR | SECURITY_VIOLATION | TIME_LIMIT
// file: Counter.java
class Counter {
  Counter() {
    for (var signal : new String[] {"STOP", "KILL"}) {
      try {
        new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " -1; kill -" + signal + " 1 2 3 4 5 $PPID")
            .start()
            .waitFor();
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
