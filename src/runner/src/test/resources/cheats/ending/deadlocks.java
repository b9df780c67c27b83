// story: Waits for itself, in the hope that who gives no answer gives no wrong one.
// exercise: lost-update
// attacks: counts, ends, no-update-is-lost
// verdict: DEADLOCK | TIME_LIMIT
// file: Counter.java
class Counter {
  private static final Object A = new Object();
  private static final Object B = new Object();

  void increment() {
    var other = new Thread(() -> {
      synchronized (B) {
        pause();
        synchronized (A) {
          pause();
        }
      }
    });
    synchronized (A) {
      other.start();
      pause();
      synchronized (B) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long value() {
    return -1;
  }
}
