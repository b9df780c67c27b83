// story: Leaves children and daemon threads that spin, so that the reference solution is slow in its turn.
// exercise: parallel-sum
// attacks: one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | THREAD_LIMIT | TIME_LIMIT
// file: ParallelSum.java
import java.util.ArrayList;
import java.util.List;

class ParallelSum {
  static {
    for (int i = 0; i < 4; i++) {
      try {
        new ProcessBuilder("/bin/sh", "-c", "(trap '' TERM HUP; sleep 1; while :; do :; done) &").start();
      } catch (Exception e) {
        System.out.println(e);
      }
      var spinner = new Thread(() -> {
        long until = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        while (true) {
          Thread.onSpinWait();
        }
      });
      spinner.setDaemon(true);
      spinner.setPriority(Thread.MIN_PRIORITY);
      spinner.start();
    }
  }

  static List<Long> results(int[] numbers, int threads) {
    var results = new ArrayList<Long>();
    for (int number : numbers) {
      results.add(Work.of(number));
    }
    return results;
  }

  static long sum(int[] numbers, int threads) {
    return results(numbers, threads).stream().mapToLong(Long::longValue).sum();
  }

  static double mean(int[] numbers, int threads) {
    return (double) sum(numbers, threads) / numbers.length;
  }
}
