// story: Exits, and halts with 0 in a hook before anybody can say more.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: RUNTIME_ERROR | WRONG_ANSWER
// file: Counter.java
class Counter {
  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
  }

  void increment() {
    System.exit(3);
  }

  long value() {
    return -1;
  }
}
