import java.util.ArrayList;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongBinaryOperator;

/// Twenty passes for a million values: each combines every value with one that is twice as far away
/// as in the pass before. Made for as many processors as there are values.
class Prefix {

  static void of(long[] values, LongBinaryOperator op, int threads) throws InterruptedException {
    int length = values.length;
    var barrier = new CyclicBarrier(threads);
    var copy = new long[length];
    var workers = new ArrayList<Thread>();
    for (int t = 0; t < threads; t++) {
      int from = (int) ((long) length * t / threads);
      int to = (int) ((long) length * (t + 1) / threads);
      workers.add(
          Thread.ofPlatform()
              .name("prefix-" + t)
              .start(() -> {
                try {
                  for (int far = 1; far < length; far *= 2) {
                    System.arraycopy(values, from, copy, from, to - from);
                    barrier.await();
                    for (int i = Math.max(from, far); i < to; i++) {
                      values[i] = op.applyAsLong(copy[i - far], copy[i]);
                    }
                    barrier.await();
                  }
                } catch (InterruptedException | BrokenBarrierException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    for (var worker : workers) {
      worker.join();
    }
  }
}
