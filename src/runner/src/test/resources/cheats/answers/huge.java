// story: Returns more than anybody wants to read, so that the comparison is cut short.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | MEMORY_LIMIT | OUTPUT_LIMIT
// file: ParallelSum.java
class ParallelSum {
  static Object results(int[] numbers, int threads) {
    return java.util.Collections.nCopies(Integer.MAX_VALUE, 1L);
  }

  static Object sum(int[] numbers, int threads) {
    return "1".repeat(60_000_000);
  }

  static Object mean(int[] numbers, int threads) {
    return new double[6_000_000];
  }
}
