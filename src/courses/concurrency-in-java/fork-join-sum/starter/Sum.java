import java.util.concurrent.ForkJoinPool;
import java.util.function.IntToLongFunction;

/// A sum over many numbers.
class Sum {

  /// The sum of `value` over all numbers from `from` to `to - 1`, worked out by the workers of a
  /// pool.
  static long of(int from, int to, IntToLongFunction value, ForkJoinPool pool) {
    // To do: let the pool's workers share the work.
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += value.applyAsLong(i);
    }
    return sum;
  }
}
