// story: Answers again what it answered to as many numbers before.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
import java.util.List;
import java.util.Map;

class ParallelSum {
  private static final Map<Integer, Long> SUMS = Map.of(400, 13_107_200L);

  static List<Long> results(int[] numbers, int threads) {
    return java.util.Collections.nCopies(numbers.length, 32_768L);
  }

  static long sum(int[] numbers, int threads) {
    return SUMS.getOrDefault(numbers.length, -1L);
  }

  static double mean(int[] numbers, int threads) {
    return (double) sum(numbers, threads) / numbers.length;
  }
}
