// story: Leaves daemon threads that call the driver themselves and answer the next call with what they got.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | RACE_OBSERVED | THREAD_LIMIT
// file: Counter.java
class Counter {
  private static volatile long last = -1;
  private static final ThreadLocal<Boolean> OURS = ThreadLocal.withInitial(() -> false);

  Counter() {
    if (!OURS.get()) {
      var daemon = new Thread(() -> {
        OURS.set(true);
        try {
          for (int each = 500; each < 1_000; each++) {
            CountDriver.count(1, each);
            last = 4L * each;
          }
        } catch (InterruptedException e) {
          // Then it ends.
        }
      });
      daemon.setDaemon(true);
      daemon.start();
    }
  }

  void increment() {}

  long value() {
    return last;
  }
}
