import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class CounterTest {
  @Test
  void every_number_is_counted_once(Subject subject) {
    for (int size = 0; size <= 24; size++) {
      long[] numbers = subject.random().longs(size, 0, 30).toArray();
      int threads = subject.random().nextInt(1, 4);
      assertCounted(subject, numbers, threads);
    }
    assertCounted(subject, subject.random().longs(10_000, 0, 1_000).toArray(), 2);
  }

  @Test
  void cheap_numbers_first_then_expensive_ones(Subject subject) {
    int half = 100;
    long[] numbers = new long[2 * half];
    for (int i = 0; i < half; i++) {
      numbers[i] = subject.random().nextLong(1_000, 2_000);
    }
    // Primes alone, so that the work is nearly the same each time.
    long n = subject.random().nextLong(14_000_000_000_000L, 16_000_000_000_000L);
    for (int i = half; i < 2 * half; i++) {
      n = BigInteger.valueOf(n).nextProbablePrime().longValueExact();
      numbers[i] = n;
    }
    assertCounted(subject, numbers, subject.parallelism());
  }

  private static void assertCounted(Subject subject, long[] numbers, int threads) {
    long expected =
        Arrays.stream(numbers).filter(n -> BigInteger.valueOf(n).isProbablePrime(60)).count();
    assertEquals(
        expected,
        subject.call("CounterDriver.count", numbers, threads).asLong(),
        "primes among %,d numbers, on a pool of %d".formatted(numbers.length, threads));
  }
}
