// verdict: DEADLOCK
// explains: left waits at Main.java:
// explains: for java.lang.Object@
// explains: which right holds
void main() {
  Object a = new Object();
  Object b = new Object();
  var both = new java.util.concurrent.CyclicBarrier(2);
  new Thread(() -> take(a, b, both), "left").start();
  new Thread(() -> take(b, a, both), "right").start();
}

void take(Object first, Object second, java.util.concurrent.CyclicBarrier both) {
  synchronized (first) {
    try {
      both.await();
    } catch (Exception e) {
    }
    synchronized (second) {
      IO.println("never");
    }
  }
}
