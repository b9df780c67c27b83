// story: Returns at once a list whose elements are worked out when it is read.
// exercise: parallel-sum
// attacks: one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
import java.util.AbstractList;
import java.util.List;

class ParallelSum {
  static List<Long> results(int[] numbers, int threads) {
    return new AbstractList<>() {
      @Override
      public Long get(int index) {
        return Work.of(numbers[index]);
      }

      @Override
      public int size() {
        return numbers.length;
      }
    };
  }

  static long sum(int[] numbers, int threads) {
    return results(numbers, threads).stream().mapToLong(Long::longValue).sum();
  }

  static double mean(int[] numbers, int threads) {
    return (double) sum(numbers, threads) / numbers.length;
  }
}
