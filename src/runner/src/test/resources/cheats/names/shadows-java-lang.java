// story: Declares a Thread that goes before that of java.lang in the driver, and runs its tasks one after another.
// exercise: lost-update
// attacks: no-update-is-lost
// verdict: RACE_OBSERVED | COMPILE_ERROR | SECURITY_VIOLATION
// file: Thread.java
class Thread {
  static Thread ofPlatform() {
    return new Thread();
  }

  Thread start(Runnable task) {
    task.run();
    return this;
  }

  void join() {}
}
// file: Counter.java
class Counter {
  private long value;

  void increment() {
    long seen = value;
    for (int i = 0; i < 20; i++) {
      java.lang.Thread.onSpinWait();
    }
    value = seen + 1;
  }

  long value() {
    return value;
  }
}
