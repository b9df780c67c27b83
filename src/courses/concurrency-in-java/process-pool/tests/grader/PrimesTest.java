import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class PrimesTest {
  @Test
  void primes_are_found_in_the_order_of_the_numbers(Subject subject) {
    var numbers = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L, 9L, 25L));
    for (int i = 0; i < 30; i++) {
      numbers.add(subject.random().nextLong(1_000_000));
      long prime = primeAbove(subject.random().nextLong(10_000));
      numbers.add(prime);
      numbers.add(prime * prime);
    }
    Collections.shuffle(numbers, new Random(subject.random().nextLong()));
    assertFound(subject, numbers, 2);
  }

  @Test
  void large_primes(Subject subject) {
    var numbers = new ArrayList<Long>();
    for (int i = 0; i < 48; i++) {
      numbers.add(primeAbove(subject.random().nextLong(1_200_000_000_000_000L, 1_210_000_000_000_000L)));
    }
    assertFound(subject, numbers, subject.parallelism());
  }

  private static void assertFound(Subject subject, List<Long> numbers, int processes) {
    var expected =
        numbers.stream().filter(n -> BigInteger.valueOf(n).isProbablePrime(60)).toList();
    assertEquals(
        expected,
        subject.call("Primes.among", numbers, processes).asList(),
        "those of %,d numbers that are prime, in their order".formatted(numbers.size()));
  }

  private static long primeAbove(long n) {
    return BigInteger.valueOf(n).nextProbablePrime().longValueExact();
  }
}
