import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntUnaryOperator;

/// Counts events by their kinds, with several threads.
class Tally {
  /// How many events there are of each kind.
  ///
  /// @param events they have the numbers from 0 to `events - 1`
  /// @param kinds they have the numbers from 0 to `kinds - 1`
  /// @param kindOf tells the kind of an event
  /// @param threads how many threads count, at least 1
  static long[] count(int events, int kinds, IntUnaryOperator kindOf, int threads)
      throws InterruptedException {
    var counts = new AtomicLongArray(kinds);
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
                  counts.incrementAndGet(kindOf.applyAsInt(i));
                }
              }));
    }
    for (var worker : workers) {
      worker.join();
    }
    var result = new long[kinds];
    for (int kind = 0; kind < kinds; kind++) {
      result[kind] = counts.get(kind);
    }
    return result;
  }
}
