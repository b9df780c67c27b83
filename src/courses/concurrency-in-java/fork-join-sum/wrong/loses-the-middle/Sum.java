import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.function.IntToLongFunction;

/// The number in the middle belongs to neither half.
class Sum {

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
      if (to - from <= 10_000) {
        long sum = 0;
        for (int i = from; i < to; i++) {
          sum += value.applyAsLong(i);
        }
        return sum;
      }
      int middle = from + (to - from) / 2;
      var left = new Part(from, middle, value);
      left.fork();
      long right = new Part(middle + 1, to, value).compute();
      return left.join() + right;
    }
  }
}
