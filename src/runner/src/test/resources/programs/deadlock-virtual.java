// verdict: DEADLOCK
// explains: left waits at Main.java:
// explains: for java.lang.Object@
// explains: which right holds
void main() throws Exception {
  Object a = new Object();
  Object b = new Object();
  var both = new java.util.concurrent.CyclicBarrier(2);
  Thread l = Thread.ofVirtual().name("left").start(() -> take(a, b, both));
  Thread.ofVirtual().name("right").start(() -> take(b, a, both)); l.join();
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
