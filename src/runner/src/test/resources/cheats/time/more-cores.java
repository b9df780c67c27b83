// story: Shares the work among child JVMs and threads, far more than the cores it was given.
// exercise: parallel-sum
// attacks: one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | THREAD_LIMIT | TIME_LIMIT | MEMORY_LIMIT
// file: ParallelSum.java
import java.util.List;

class ParallelSum {
  static List<Long> results(int[] numbers, int threads) throws Exception {
    try {
      new ProcessBuilder("taskset", "-p", "ffffffff", "" + ProcessHandle.current().pid()).start().waitFor();
    } catch (java.io.IOException e) {
      System.out.println(e);
    }
    var results = new Long[numbers.length];
    var workers = new Thread[16];
    for (int t = 0; t < workers.length; t++) {
      int first = t;
      workers[t] = new Thread(() -> {
        for (int i = first; i < numbers.length; i += workers.length) {
          results[i] = Work.of(numbers[i]);
        }
      });
      workers[t].start();
    }
    for (var worker : workers) {
      worker.join();
    }
    return List.of(results);
  }

  static long sum(int[] numbers, int threads) throws Exception {
    return results(numbers, threads).stream().mapToLong(Long::longValue).sum();
  }

  static double mean(int[] numbers, int threads) throws Exception {
    return (double) sum(numbers, threads) / numbers.length;
  }
}
