import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class PrimesTest {
  @Test
  void every_range_is_counted_right(Subject subject) {
    for (int threads = 1; threads <= 3; threads++) {
      assertCounted(subject, 0, 100, threads);
      assertCounted(subject, 2, 4, threads);
      assertCounted(subject, 3, 3, threads);
      for (int round = 0; round < 20; round++) {
        int from = subject.random().nextInt(40);
        assertCounted(subject, from, from + subject.random().nextInt(30), threads);
      }
    }
    int from = subject.random().nextInt(1_000_000, 2_000_000);
    assertCounted(subject, from, from + 100_000, 2);
  }

  @Test
  void a_large_range(Subject subject) {
    int from = subject.random().nextInt(10_000_000, 10_100_000);
    assertCounted(subject, from, from + 2_200_000, subject.parallelism());
  }

  private void assertCounted(Subject subject, int from, int to, int threads) {
    int expected = countBySieve(from, to);
    assertEquals(
        expected,
        subject.call("Primes.count", from, to, threads).asInt(),
        "primes from %d to %d, counted by %d threads".formatted(from, to - 1, threads));
  }

  private static int countBySieve(int from, int to) {
    var composite = new boolean[to - from];
    for (int d = 2; (long) d * d < to; d++) {
      for (long n = Math.max((long) d * d, (from + d - 1L) / d * d); n < to; n += d) {
        composite[(int) n - from] = true;
      }
    }
    int primes = 0;
    for (int n = Math.max(from, 2); n < to; n++) {
      primes += composite[n - from] ? 0 : 1;
    }
    return primes;
  }
}
