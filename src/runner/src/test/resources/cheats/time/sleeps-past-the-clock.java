// story: Answers rightly, but only when the clock has run out.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: TIME_LIMIT
// file: ParallelSum.java
import java.util.ArrayList;
import java.util.List;

class ParallelSum {
  static List<Long> results(int[] numbers, int threads) throws Exception {
    Thread.sleep(60_000);
    var results = new ArrayList<Long>();
    for (int number : numbers) {
      results.add(Work.of(number));
    }
    return results;
  }

  static long sum(int[] numbers, int threads) throws Exception {
    return results(numbers, threads).stream().mapToLong(Long::longValue).sum();
  }

  static double mean(int[] numbers, int threads) throws Exception {
    return (double) sum(numbers, threads) / numbers.length;
  }
}
