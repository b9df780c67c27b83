// verdict: OK
// stdout: woken
import java.util.concurrent.CountDownLatch;

void main() {
  var latch = new CountDownLatch(1);
  Thread.startVirtualThread(() -> {
    try {
      Thread.sleep(1800);
    } catch (InterruptedException e) {
    }
    latch.countDown();
  });
  new Thread(() -> {
    try {
      latch.await();
    } catch (InterruptedException e) {
    }
    IO.println("woken");
  }).start();
}
