import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntUnaryOperator;

/// Counters of its own for each thread, but all on the same few cache lines, and each addition goes
/// to memory that others may read.
class Tally {
  static long[] count(int events, int kinds, IntUnaryOperator kindOf, int threads)
      throws InterruptedException {
    var counts = new AtomicLongArray(threads * kinds);
    var workers = new ArrayList<Thread>();
    for (int t = 0; t < threads; t++) {
      int me = t;
      int from = (int) ((long) events * t / threads);
      int to = (int) ((long) events * (t + 1) / threads);
      workers.add(
          Thread.ofPlatform()
              .name("counter-" + me)
              .start(() -> {
                for (int i = from; i < to; i++) {
                  counts.incrementAndGet(me * kinds + kindOf.applyAsInt(i));
                }
              }));
    }
    for (var worker : workers) {
      worker.join();
    }
    var result = new long[kinds];
    for (int i = 0; i < threads * kinds; i++) {
      result[i % kinds] += counts.get(i);
    }
    return result;
  }
}
