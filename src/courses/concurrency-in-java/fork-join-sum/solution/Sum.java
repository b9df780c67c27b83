import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.function.IntToLongFunction;

/// A sum over many numbers, by dividing, forking and joining.
class Sum {

  /// Up to this many numbers are added up at once: that takes some ten microseconds, a hundred
  /// times what a task costs, and there are still far more parts than workers.
  private static final int SMALL = 20_000;

  /// The sum of `value` over all numbers from `from` to `to - 1`, worked out by the workers of a
  /// pool.
  static long of(int from, int to, IntToLongFunction value, ForkJoinPool pool) {
    return pool.invoke(new Part(from, to, value));
  }

  private static final class Part extends RecursiveTask<Long> {
    private final int from;
    private final int to;
    private final IntToLongFunction value;

    Part(int from, int to, IntToLongFunction value) {
      this.from = from;
      this.to = to;
      this.value = value;
    }

    @Override
    protected Long compute() {
      if (to - from <= SMALL) {
        long sum = 0;
        for (int i = from; i < to; i++) {
          sum += value.applyAsLong(i);
        }
        return sum;
      }
      int middle = from + (to - from) / 2;
      var left = new Part(from, middle, value);
      left.fork(); // another worker may steal it
      long right = new Part(middle, to, value).compute();
      return left.join() + right;
    }
  }
}
