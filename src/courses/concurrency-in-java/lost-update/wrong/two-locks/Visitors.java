/// One lock for those who come and another for those who go: one may come while another goes.
class Visitors {
  private final Object coming = new Object();
  private final Object going = new Object();
  private volatile int inside;

  void enter() {
    synchronized (coming) {
      inside++;
    }
  }

  void leave() {
    synchronized (going) {
      inside--;
    }
  }

  int inside() {
    return inside;
  }
}
