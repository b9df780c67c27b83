import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class PrefixTest {
  private static final int ROUNDS = 15;

  @Test
  void comes_to_an_end(Subject subject) {
    for (int threads = 1; threads <= 5; threads++) {
      for (int length : new int[] {0, 1, 3, 1_000}) {
        subject.call("PrefixDriver.sums", new long[length], threads);
      }
    }
  }

  @Test
  void many_lengths_and_threads(Subject subject) {
    for (int threads = 1; threads <= 5; threads++) {
      for (int length : new int[] {0, 1, 2, 3, 4, 5, 7, 64, subject.random().nextInt(100, 1_000)}) {
        assertSums(subject, "PrefixDriver.sums", length, threads);
      }
    }
  }

  @Test
  void the_order_of_operands_is_kept(Subject subject) {
    for (int threads = 1; threads <= 4; threads++) {
      var values = values(subject, subject.random().nextInt(20, 200), Long.MAX_VALUE);
      var expected = values.clone();
      for (int i = 1; i < expected.length; i++) {
        expected[i] = then(expected[i - 1], expected[i]);
      }
      assertArrayEquals(
          expected,
          subject.call("PrefixDriver.maps", values, threads).asLongs(),
          "with %d thread(s), for an operation whose operands may not change places"
              .formatted(threads));
    }
  }

  @Test
  void threads_are_at_work_at_the_same_time(Subject subject) {
    for (int threads = 2; threads <= 3; threads++) {
      assertTrue(
          subject.call("PrefixDriver.together", 3_000, threads).asBoolean(),
          threads + " threads should be at work at the same time");
    }
  }

  /// Now and then there is a single thread, which need not wait for anybody. All lengths can be
  /// divided evenly: what remains is another test's.
  @Test
  void nobody_reads_what_is_yet_to_be_written(Subject subject) {
    int threads = subject.random().nextInt(1, 4);
    int length = 6 * subject.random().nextInt(30, 60);
    var values = values(subject, length, 1_000);
    assertArrayEquals(
        sums(values),
        subject
            .call("PrefixDriver.slowly", values, threads, subject.random().nextInt(2, 9))
            .asLongs(),
        "prefix sums of %d values with %d thread(s)".formatted(length, threads));
  }

  @Test
  void a_million_numbers(Subject subject) {
    int length = 1_000_000 - subject.random().nextInt(1_000);
    for (int i = 0; i < 2; i++) {
      long seed = subject.random().nextInt(1, 1_000_000);
      assertEquals(
          again(length, ROUNDS, seed),
          subject.call("PrefixDriver.again", length, ROUNDS, seed, 2).asLong(),
          "the sum of %d prefixes with 2 threads".formatted(length));
    }
  }

  private static void assertSums(Subject subject, String method, int length, int threads) {
    var values = values(subject, length, 1_000);
    assertArrayEquals(
        sums(values),
        subject.call(method, values, threads).asLongs(),
        "prefix sums of %d values with %d thread(s)".formatted(length, threads));
  }

  private static long[] values(Subject subject, int length, long bound) {
    var values = new long[length];
    for (int i = 0; i < length; i++) {
      values[i] = subject.random().nextLong(bound);
    }
    return values;
  }

  private static long[] sums(long[] values) {
    var sums = values.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  private static long then(long first, long second) {
    int a = (int) (second >> 32) * (int) (first >> 32);
    int b = (int) (second >> 32) * (int) first + (int) second;
    return (long) a << 32 | b & 0xffff_ffffL;
  }

  private static long again(int length, int times, long seed) {
    var values = new long[length];
    long x = seed;
    for (int i = 0; i < length; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
      values[i] = x >>> 40;
    }
    for (int round = 0; round < times; round++) {
      for (int i = 1; i < length; i++) {
        values[i] += values[i - 1];
      }
    }
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}
