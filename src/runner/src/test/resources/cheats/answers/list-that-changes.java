// story: Returns a list that has other elements each time that it is read.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | TIME_LIMIT
// file: ParallelSum.java
import java.util.List;

class ParallelSum {
  static List<Object> results(int[] numbers, int threads) {
    return new java.util.AbstractList<>() {
      private long reads;

      @Override
      public Object get(int index) {
        return reads++ & 0xFFFF;
      }

      @Override
      public int size() {
        return 400 + (int) (reads % 7);
      }
    };
  }

  static long sum(int[] numbers, int threads) {
    return -1;
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
