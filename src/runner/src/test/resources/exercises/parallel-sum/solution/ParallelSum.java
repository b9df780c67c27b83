import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

class ParallelSum {
  static List<Long> results(int[] numbers, int threads)
      throws InterruptedException, ExecutionException {
    var results = new Long[numbers.length];
    var tasks = new ArrayList<Callable<Void>>();
    for (int t = 0; t < threads; t++) {
      int first = t;
      tasks.add(() -> {
        for (int i = first; i < numbers.length; i += threads) {
          results[i] = Work.of(numbers[i]);
        }
        return null;
      });
    }
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    }
    return List.of(results);
  }

  static long sum(int[] numbers, int threads) throws InterruptedException, ExecutionException {
    return results(numbers, threads).stream().mapToLong(Long::longValue).sum();
  }

  static double mean(int[] numbers, int threads) throws InterruptedException, ExecutionException {
    return (double) sum(numbers, threads) / numbers.length;
  }
}
