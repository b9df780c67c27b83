import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class TallyTest {

  @Test
  void comes_to_an_end(Subject subject) {
    subject.call("TallyDriver.count", 1_000, 4, 1, 2);
  }

  @Test
  void counts_right(Subject subject) {
    for (int threads = 1; threads <= 4; threads++) {
      for (int events : new int[] {0, 1, 3, 100, subject.random().nextInt(100, 1_000)}) {
        assertCounts(
            subject, "TallyDriver.count", events, subject.random().nextInt(1, 12), threads);
      }
    }
  }

  @Test
  void threads_count_at_the_same_time(Subject subject) {
    for (int threads = 2; threads <= 3; threads++) {
      assertTrue(
          subject.call("TallyDriver.together", 3_000, threads).asBoolean(),
          threads + " threads should count at the same time");
    }
  }

  /// Now and then there is a single thread, which no race can disturb.
  @Test
  void no_event_is_lost(Subject subject) {
    int threads = subject.random().nextInt(1, 4);
    assertCounts(subject, "TallyDriver.crowd", 6_000, 2, threads);
  }

  @Test
  void threads_do_not_slow_each_other_down(Subject subject) {
    for (int i = 0; i < 3; i++) {
      int events = 40_000_000 - subject.random().nextInt(1_000);
      assertCounts(subject, "TallyDriver.count", events, 8, 2);
    }
  }

  private static void assertCounts(
      Subject subject, String method, int events, int kinds, int threads) {
    int seed = subject.random().nextInt(1_000_000);
    var expected = new long[kinds];
    for (int i = 0; i < events; i++) {
      long mixed = (i + seed) * 0x9E3779B9 & 0xffff_ffffL;
      expected[(int) (mixed * kinds >>> 32)]++;
    }
    assertArrayEquals(
        expected,
        subject.call(method, events, kinds, seed, threads).asLongs(),
        "how many of %d events are of each of %d kinds, counted by %d thread(s)"
            .formatted(events, kinds, threads));
  }
}
