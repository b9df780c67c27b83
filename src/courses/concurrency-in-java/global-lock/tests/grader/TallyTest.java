import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class TallyTest {
  /// By one thread or by two. Nothing can be lost by one alone.
  @Test
  void nothing_is_lost(Subject subject) {
    int threads = subject.random().nextInt(1, 3);
    int times = 300;
    long[] seeds = subject.random().longs(1_500).toArray();
    long[] expected = counts(seeds, 0);
    for (int i = 0; i < expected.length; i++) {
      expected[i] *= times * threads;
    }
    assertArrayEquals(
        expected,
        subject.call("TallyDriver.together", seeds, times, threads).asLongs(),
        "counts after %d threads added the same %,d entries %d times each"
            .formatted(threads, seeds.length, times));
  }

  @Test
  void entries_that_take_some_computing(Subject subject) {
    long[] seeds = subject.random().longs(200, 1, Long.MAX_VALUE).toArray();
    int rounds = 1_500_000;
    var answer = subject.call("TallyDriver.share", seeds, rounds, subject.parallelism());
    assertArrayEquals(counts(seeds, rounds), answer.asLongs(), "counts of 200 entries");
  }

  private static long[] counts(long[] seeds, int rounds) {
    var counts = new long[8];
    for (long x : seeds) {
      for (int i = 0; i < rounds; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
      }
      counts[(int) (x & 7)]++;
    }
    return counts;
  }
}
