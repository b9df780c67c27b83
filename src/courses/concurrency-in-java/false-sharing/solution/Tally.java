import java.util.ArrayList;
import java.util.function.IntUnaryOperator;

/// Counts events by their kinds. Each thread has counters of its own, which no other thread touches
/// while it counts.
class Tally {
  /// Numbers around the counters of a thread, so that the next object on the heap is on another
  /// cache line: 128 bytes, two lines, since some processors fetch them in pairs.
  private static final int ROOM = 16;

  /// How many events there are of each kind.
  ///
  /// @param events they have the numbers from 0 to `events - 1`
  /// @param kinds they have the numbers from 0 to `kinds - 1`
  /// @param kindOf tells the kind of an event
  /// @param threads how many threads count, at least 1
  static long[] count(int events, int kinds, IntUnaryOperator kindOf, int threads)
      throws InterruptedException {
    var counts = new long[threads][];
    var workers = new ArrayList<Thread>();
    for (int t = 0; t < threads; t++) {
      int me = t;
      int from = (int) ((long) events * t / threads);
      int to = (int) ((long) events * (t + 1) / threads);
      workers.add(
          Thread.ofPlatform()
              .name("counter-" + me)
              .start(() -> {
                var mine = new long[kinds + 2 * ROOM];
                for (int i = from; i < to; i++) {
                  mine[ROOM + kindOf.applyAsInt(i)]++;
                }
                counts[me] = mine;
              }));
    }
    for (var worker : workers) {
      worker.join();
    }
    var result = new long[kinds];
    for (var some : counts) {
      for (int kind = 0; kind < kinds; kind++) {
        result[kind] += some[ROOM + kind];
      }
    }
    return result;
  }
}
