import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class SumTest {
  private static final int COUNT = 400;

  @Test
  void adds_up(Subject subject) {
    int[] numbers = numbers(subject);
    long sum = subject.call("ParallelSum.sum", numbers, subject.parallelism()).asLong();
    assertEquals(Arrays.stream(numbers).mapToLong(SumTest::work).sum(), sum, "sum of all results");
  }

  @Test
  void in_order(Subject subject) {
    int[] numbers = numbers(subject);
    List<?> results = subject.call("ParallelSum.results", numbers, subject.parallelism()).asList();
    assertEquals(
        Arrays.stream(numbers).mapToObj(SumTest::work).toList(), results, "results in order");
  }

  @Test
  void mean(Subject subject) {
    int[] numbers = numbers(subject);
    double mean = subject.call("ParallelSum.mean", numbers, subject.parallelism()).asDouble();
    assertEquals(
        Arrays.stream(numbers).mapToLong(SumTest::work).average().orElseThrow(), mean, 1e-9);
  }

  private static int[] numbers(Subject subject) {
    return subject.random().ints(COUNT).toArray();
  }

  private static long work(int number) {
    long x = number | 1L;
    for (int i = 0; i < 100_000; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return x & 0xFFFF;
  }
}
