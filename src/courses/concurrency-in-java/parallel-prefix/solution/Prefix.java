import java.util.ArrayList;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongBinaryOperator;

/// Prefixes: what one has got so far, at each place. Two passes over one part more than there are
/// threads. In the first, each thread works out the prefixes of its own part, and the last part is
/// left alone. In the second, when all have done so, each takes the part after its own and puts
/// before its values what came before: so no thread is idle in either pass.
class Prefix {

  /// Replaces each value by the result of all values up to it: `v[i] = v[0] op v[1] op … op v[i]`.
  ///
  /// @param op associative; not all of them let their operands change places
  /// @param threads how many threads work, at least 1
  static void of(long[] values, LongBinaryOperator op, int threads) throws InterruptedException {
    if (values.length <= threads) {
      scan(values, op, 1, values.length);
      return;
    }
    var barrier = new CyclicBarrier(threads);
    var lasts = new long[threads];
    var workers = new ArrayList<Thread>();
    for (int t = 0; t < threads; t++) {
      int me = t;
      workers.add(
          Thread.ofPlatform()
              .name("prefix-" + me)
              .start(() -> work(values, op, me, lasts, barrier)));
    }
    for (var worker : workers) {
      worker.join();
    }
  }

  private static void work(
      long[] values, LongBinaryOperator op, int me, long[] lasts, CyclicBarrier barrier) {
    int parts = lasts.length + 1; // none is empty
    int from = border(values, me, parts);
    int to = border(values, me + 1, parts);
    int end = border(values, me + 2, parts);
    scan(values, op, from + 1, to);
    lasts[me] = values[to - 1];
    try {
      barrier.await(); // nobody reads lasts before all have written theirs
    } catch (InterruptedException | BrokenBarrierException e) {
      Thread.currentThread().interrupt();
      return;
    }
    long before = lasts[0];
    for (int t = 1; t <= me; t++) {
      before = op.applyAsLong(before, lasts[t]);
    }
    if (me + 2 == parts) {
      values[to] = op.applyAsLong(before, values[to]);
      scan(values, op, to + 1, end);
    } else {
      for (int i = to; i < end; i++) {
        values[i] = op.applyAsLong(before, values[i]);
      }
    }
  }

  private static void scan(long[] values, LongBinaryOperator op, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = op.applyAsLong(values[i - 1], values[i]);
    }
  }

  private static int border(long[] values, int part, int parts) {
    return (int) ((long) values.length * part / parts);
  }
}
