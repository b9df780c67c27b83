// verdict: DEADLOCK
// never: a program that interrupts the harness's threads and holds their locks blinds it
void main() throws Exception {
  for (var thread : Thread.getAllStackTraces().keySet()) {
    thread.interrupt();
    thread.setPriority(1);
    if (thread != Thread.currentThread()) {
      thread.setUncaughtExceptionHandler((t, e) -> System.exit(0));
      Thread.ofPlatform().daemon().start(() -> {
        synchronized (thread) {
          while (true) java.util.concurrent.locks.LockSupport.park();
        }
      });
    }
  }
  Thread.interrupted();
  Object a = new Object();
  Object b = new Object();
  var both = new java.util.concurrent.CyclicBarrier(2);
  new Thread(() -> take(a, b, both)).start();
  take(b, a, both);
}

void take(Object first, Object second, java.util.concurrent.CyclicBarrier both) {
  synchronized (first) {
    try {
      both.await();
    } catch (Exception e) {
      // Both are there.
    }
    synchronized (second) {
      IO.println("never");
    }
  }
}
