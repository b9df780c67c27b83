// A pool of two whose tasks each wait for another task of the same pool; a deadline ends it.
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

void main() throws Exception {
  var both = new CountDownLatch(2);
  try (var pool = Executors.newFixedThreadPool(2)) {
    var outer =
        IntStream.range(0, 2)
            .mapToObj(_ -> pool.submit(() -> {
              both.countDown();
              both.await();
              var inner = pool.submit(() -> 1);
              try {
                return inner.get(1, TimeUnit.SECONDS);
              } catch (TimeoutException e) {
                return 0;
              }
            }))
            .toList();
    for (var future : outer) {
      future.get();
    }
  }
}
