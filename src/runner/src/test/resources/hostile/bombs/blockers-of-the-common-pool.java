// verdict: THREAD_LIMIT | TIME_LIMIT
// wall: 3000
// never: pools that compensate for blocked workers grow without end
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

void main() {
  var never = new CountDownLatch(1);
  while (true) {
    try {
      var pool = new ForkJoinPool(8);
      for (int i = 0; i < 8; i++) pool.submit(() -> { never.await(); return 1; });
    } catch (Throwable e) {
      // Again.
    }
  }
}
