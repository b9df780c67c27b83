// story: Draws numbers ahead from seeds that the tests may have, in the background.
// exercise: parallel-sum
// attacks: one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR | TIME_LIMIT | MEMORY_LIMIT
// file: ParallelSum.java
import java.util.ArrayList;
import java.util.List;

class ParallelSum {
  private static final java.util.Map<Integer, Long> KNOWN = new java.util.concurrent.ConcurrentHashMap<>();

  static {
    var ahead = new Thread(() -> {
      for (long seed = 0; seed < 100; seed++) {
        new java.util.Random(seed).ints(400).forEach(number -> KNOWN.put(number, Work.of(number)));
        new java.util.SplittableRandom(seed).ints(400).forEach(number -> KNOWN.put(number, Work.of(number)));
      }
    });
    ahead.setDaemon(true);
    ahead.start();
  }

  static List<Long> results(int[] numbers, int threads) {
    var results = new ArrayList<Long>();
    for (int number : numbers) {
      var known = KNOWN.get(number);
      results.add(known == null ? Work.of(number) : known);
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
