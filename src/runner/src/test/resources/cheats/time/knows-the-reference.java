// story: Answers wrongly at once when it thinks that only times are taken: when nothing else has been asked before.
// exercise: parallel-sum
// attacks: in-order, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
import java.util.List;
import threadmill.lab.Lab;

class ParallelSum {
  static List<Long> results(int[] numbers, int threads) {
    return java.util.Collections.nCopies(numbers.length, Lab.cores() == 1 ? 0L : 1L);
  }

  static long sum(int[] numbers, int threads) {
    return -1;
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
