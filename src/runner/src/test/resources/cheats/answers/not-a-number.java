// story: Returns NaN, which differs from nothing by more than any delta, and infinities and negative zeros.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
class ParallelSum {
  static Object results(int[] numbers, int threads) {
    return java.util.Collections.nCopies(400, Double.NaN);
  }

  static Object sum(int[] numbers, int threads) {
    return -0.0;
  }

  static double mean(int[] numbers, int threads) {
    return Double.NaN;
  }
}
