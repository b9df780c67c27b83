import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sums over numbers that look random.
class SumDriver {

  /// The sum of [#value] over a range.
  static long sum(int from, int to, long seed, int workers) {
    try (var pool = new ForkJoinPool(workers)) {
      return Sum.of(from, to, i -> value(i, seed), pool);
    }
  }

  static long value(int number, long seed) {
    return (number + seed) * 0x9E3779B97F4A7C15L >>> 56;
  }

  /// Whether two threads are seen to look up a number at the same moment. The first that comes
  /// waits a while for another.
  static boolean together(int numbers) {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    var both = new CountDownLatch(2);
    var missed = new AtomicBoolean();
    try (var pool = new ForkJoinPool(2)) {
      Sum.of(
          0,
          numbers,
          i -> {
            if (both.getCount() > 0 && seen.add(Thread.currentThread())) {
              both.countDown();
              try {
                if (!both.await(2, TimeUnit.SECONDS)) {
                  missed.set(true);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
            return i;
          },
          pool);
    }
    return both.getCount() == 0 && !missed.get();
  }
}
