import java.util.concurrent.ForkJoinPool;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Right and parallel, but for each number all workers queue up at one total.
class Sum {
  private long total; // guarded by this

  static long of(int from, int to, IntToLongFunction value, ForkJoinPool pool) {
    var sum = new Sum();
    pool.submit(
            () -> IntStream.range(from, to).parallel().forEach(i -> sum.add(value.applyAsLong(i))))
        .join();
    return sum.total;
  }

  private synchronized void add(long value) {
    total += value;
  }
}
