// A pool of two whose tasks each wait for another task of the same pool; a deadline ends it.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

void main() throws Exception {
  var both = new CountDownLatch(2);
  try (var pool = Executors.newFixedThreadPool(2)) {
    for (int i = 0; i < 2; i++) {
      pool.submit(() -> {
        both.countDown();
        both.await();
        var inner = pool.submit(() -> 1);
        try {
          return inner.get(400, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          return 0;
        }
      });
    }
  }
}
