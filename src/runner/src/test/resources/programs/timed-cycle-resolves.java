// verdict: OK
// stdout: resolved
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

void main() throws Exception {
  var a = new ReentrantLock();
  var b = new ReentrantLock();
  var both = new CyclicBarrier(2);
  Thread left = Thread.ofPlatform().start(() -> take(a, b, both));
  Thread right = Thread.ofVirtual().start(() -> take(b, a, both));
  left.join();
  right.join();
  IO.println("resolved");
}

void take(ReentrantLock first, ReentrantLock second, CyclicBarrier both) {
  first.lock();
  try {
    both.await();
    if (second.tryLock(1500, TimeUnit.MILLISECONDS)) second.unlock();
  } catch (Exception e) {
  } finally {
    first.unlock();
  }
}
