// story: Returns lists in lists, a hundred thousand deep, and one that contains itself.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | MEMORY_LIMIT
// file: ParallelSum.java
import java.util.ArrayList;
import java.util.List;

class ParallelSum {
  static List<Object> results(int[] numbers, int threads) {
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    return deep;
  }

  static Object sum(int[] numbers, int threads) {
    List<Object> all = new ArrayList<>();
    all.add(all);
    return all;
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
