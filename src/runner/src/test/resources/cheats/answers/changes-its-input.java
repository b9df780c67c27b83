// story: Makes all numbers the same and works out one, as if the numbers were shared with the tests.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
import java.util.List;

class ParallelSum {
  static List<Long> results(int[] numbers, int threads) {
    java.util.Arrays.fill(numbers, 1);
    return java.util.Collections.nCopies(numbers.length, Work.of(1));
  }

  static long sum(int[] numbers, int threads) {
    java.util.Arrays.fill(numbers, 1);
    return numbers.length * Work.of(1);
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
