import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class CounterTest {
  @Test
  void one_thread_counts(Subject subject) {
    int each = subject.random().nextInt(1_000, 100_000);
    long value = subject.call("CountDriver.count", 1, each).asLong();
    assertEquals(each, value, "one thread added 1 " + each + " times");
  }

  @Test
  void four_threads_end(Subject subject) {
    subject.call("CountDriver.count", 4, 1_000).asLong();
  }

  @Test
  void no_update_is_lost(Subject subject) {
    int each = subject.random().nextInt(500, 1_000);
    long value = subject.call("CountDriver.count", 4, each).asLong();
    assertEquals(4L * each, value, "4 threads added 1 " + each + " times each");
  }
}
