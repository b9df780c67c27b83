import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongBinaryOperator;

/// Prefixes over sums, over an operation that keeps its order, and over one that takes its time.
class PrefixDriver {

  static long[] sums(long[] values, int threads) throws InterruptedException {
    Prefix.of(values, Long::sum, threads);
    return values;
  }

  /// Each value stands for the map `x → a x + b`, with a and b in its two halves; the operation
  /// does one map after the other.
  static long[] maps(long[] values, int threads) throws InterruptedException {
    Prefix.of(values, PrefixDriver::then, threads);
    return values;
  }

  private static long then(long first, long second) {
    int a = (int) (second >> 32) * (int) (first >> 32);
    int b = (int) (second >> 32) * (int) first + (int) second;
    return (long) a << 32 | b & 0xffff_ffffL;
  }

  /// Whether as many threads as were asked for are seen to work at the same time. Each waits a
  /// while for the others with its first operation.
  static boolean together(int length, int threads) throws InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    var all = new CountDownLatch(threads);
    var missed = new AtomicBoolean();
    LongBinaryOperator op =
        (a, b) -> {
          if (all.getCount() > 0 && seen.add(Thread.currentThread())) {
            all.countDown();
            try {
              if (!all.await(2, TimeUnit.SECONDS)) {
                missed.set(true);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return a + b;
        };
    Prefix.of(new long[length], op, threads);
    return all.getCount() == 0 && !missed.get();
  }

  /// Sums, with some operations that take longer than others.
  static long[] slowly(long[] values, int threads, int slow) throws InterruptedException {
    var calls = new AtomicInteger();
    LongBinaryOperator op =
        (a, b) -> {
          if (calls.incrementAndGet() % slow == 0) {
            Thread.yield();
          }
          return a + b;
        };
    Prefix.of(values, op, threads);
    return values;
  }

  /// Prefixes of prefixes, `times` over, of values that come from a seed: a sum over all of them.
  static long again(int length, int times, long seed, int threads) throws InterruptedException {
    var values = new long[length];
    long x = seed;
    for (int i = 0; i < length; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
      values[i] = x >>> 40;
    }
    for (int i = 0; i < times; i++) {
      Prefix.of(values, Long::sum, threads);
    }
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}
