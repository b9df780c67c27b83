import java.util.ArrayList;
import java.util.List;

class ParallelSum {
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
