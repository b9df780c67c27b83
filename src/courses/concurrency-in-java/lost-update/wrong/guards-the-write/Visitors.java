/// Only the write is guarded: what is written was read before, outside the critical section.
class Visitors {
  private volatile int inside;

  void enter() {
    int next = inside + 1;
    synchronized (this) {
      inside = next;
    }
  }

  void leave() {
    int next = inside - 1;
    synchronized (this) {
      inside = next;
    }
  }

  synchronized int inside() {
    return inside;
  }
}
