import java.util.ArrayList;
import java.util.function.IntUnaryOperator;

/// Right, one after the other.
class Tally {
  static long[] count(int events, int kinds, IntUnaryOperator kindOf, int threads)
      throws InterruptedException {
    var counts = new long[kinds];
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
                  int kind = kindOf.applyAsInt(i);
                  synchronized (counts) {
                    counts[kind]++;
                  }
                }
              }));
    }
    for (var worker : workers) {
      worker.join();
    }
    return counts;
  }
}
