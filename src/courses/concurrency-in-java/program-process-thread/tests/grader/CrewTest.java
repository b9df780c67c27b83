import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class CrewTest {
  @Test
  void the_work_is_done_by_a_new_thread_of_that_name(Subject subject) {
    var name = "thread-" + subject.random().nextInt(1_000, 10_000);
    Map<String, Object> seen = subject.call("CrewDriver.start", name).asMap();
    assertEquals(true, seen.get("done"), "nobody did the work: is the thread started?");
    assertEquals(
        true,
        seen.get("otherThread"),
        "the thread that called start did the work itself: start() starts a thread, run() does not");
    assertEquals(name, seen.get("name"), "name of the thread that did the work");
    assertEquals(true, seen.get("given"), "start should return the thread that does the work");
  }

  @Test
  void start_returns_while_the_work_goes_on(Subject subject) {
    var seen = subject.call("CrewDriver.start", "slow").asMap();
    assertEquals(true, seen.get("done"), "nobody did the work: is the thread started?");
    assertTrue(
        (Boolean) seen.get("atOnce"), "start returned only when the work was done: do not wait for it");
  }
}
