// verdict: DEADLOCK
// explains: left waits at Main.java:
// explains: for java.util.concurrent.locks.ReentrantLock
// explains: which right holds
void main() {
  var a = new java.util.concurrent.locks.ReentrantLock();
  var b = new java.util.concurrent.locks.ReentrantLock();
  var both = new java.util.concurrent.CyclicBarrier(2);
  new Thread(() -> take(a, b, both), "left").start();
  new Thread(() -> take(b, a, both), "right").start();
}

void take(java.util.concurrent.locks.Lock first, java.util.concurrent.locks.Lock second, java.util.concurrent.CyclicBarrier both) {
  first.lock(); {
    try {
      both.await();
    } catch (Exception e) {
    }
    second.lock(); {
      IO.println("never");
    }
  }
}
