import java.util.ArrayList;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongBinaryOperator;

/// Puts what came before behind.
class Prefix {
  static void of(long[] values, LongBinaryOperator op, int threads) throws InterruptedException {
    var lasts = new long[threads];
    var barrier = new CyclicBarrier(threads);
    var workers = new ArrayList<Thread>();
    for (int t = 0; t < threads; t++) {
      int me = t;
      workers.add(
          Thread.ofPlatform()
              .name("prefix-" + me)
              .start(() -> work(values, op, me, threads, lasts, barrier)));
    }
    for (var worker : workers) {
      worker.join();
    }
  }

  private static void work(
      long[] values,
      LongBinaryOperator op,
      int me,
      int threads,
      long[] lasts,
      CyclicBarrier barrier) {
    int from = border(values.length, me, threads);
    int to = border(values.length, me + 1, threads);
    for (int i = from + 1; i < to; i++) {
      values[i] = op.applyAsLong(values[i - 1], values[i]);
    }
    if (from < to) {
      lasts[me] = values[to - 1];
    }
    try {
      barrier.await(); // all parts have their last values
    } catch (InterruptedException | BrokenBarrierException e) {
      Thread.currentThread().interrupt();
      return;
    }
    boolean any = false;
    long before = 0;
    for (int t = 0; t < me; t++) {
      if (border(values.length, t, threads) < border(values.length, t + 1, threads)) {
        before = any ? op.applyAsLong(before, lasts[t]) : lasts[t];
        any = true;
      }
    }
    if (any) {
      for (int i = from; i < to; i++) {
        values[i] = op.applyAsLong(values[i], before);
      }
    }
  }

  private static int border(int length, int part, int parts) {
    return (int) ((long) length * part / parts);
  }
}
