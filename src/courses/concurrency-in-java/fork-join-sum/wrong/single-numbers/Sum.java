import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.function.IntToLongFunction;

/// Splits down to single numbers: a task costs more than a number.
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
      if (to - from <= 1) {
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
