import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class SumTest {

  @Test
  void comes_to_an_end(Subject subject) {
    subject.call("SumDriver.sum", 0, 200_000, 1L, 2);
  }

  @Test
  void every_number_counts_once(Subject subject) {
    var random = subject.random();
    for (int numbers : new int[] {0, 1, 2, 3, 1_000, 99_999, random.nextInt(100_000, 500_000)}) {
      int from = random.nextInt(1_000);
      assertSum(subject, from, from + numbers, random.nextInt(1, 4));
    }
  }

  @Test
  void two_workers_are_at_work_at_the_same_time(Subject subject) {
    assertTrue(
        subject.call("SumDriver.together", 1_000_000).asBoolean(),
        "of 1,000,000 numbers, two workers should look up some at the same time");
  }

  @Test
  void thirty_million_numbers(Subject subject) {
    int from = subject.random().nextInt(1_000);
    for (int i = 0; i < 2; i++) {
      assertSum(subject, from, from + 30_000_000, 2);
    }
  }

  private static void assertSum(Subject subject, int from, int to, int workers) {
    long seed = subject.random().nextInt(1_000_000);
    long expected = 0;
    for (int i = from; i < to; i++) {
      expected += value(i, seed);
    }
    assertEquals(
        expected,
        subject.call("SumDriver.sum", from, to, seed, workers).asLong(),
        "the sum over the numbers from %d to %d".formatted(from, to - 1));
  }

  private static long value(int number, long seed) {
    return (number + seed) * 0x9E3779B97F4A7C15L >>> 56;
  }
}
