import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class JobTest {
  @Test
  void two_jobs_make_progress_in_turns(Subject subject) {
    int steps = subject.random().nextInt(5, 9);
    var seen = subject.call("JobDriver.inTurns", steps).asMap();
    assertTrue(
        (Boolean) seen.get("inTurns"),
        "a step of one job waited for a step of the other, which never got on: both must be under way together");
    assertEquals(java.util.List.of(steps, steps).toString(), seen.get("done").toString(), "steps done");
  }

  @Test
  void progress_is_told_on_the_way(Subject subject) {
    int steps = subject.random().nextInt(4, 8);
    var seen = subject.call("JobDriver.watched", steps).asMap();
    assertEquals(
        IntStream.rangeClosed(0, steps).boxed().toList().toString(),
        seen.get("seen").toString(),
        "what done() told before the first step, after each, and at the end");
  }

  @Test
  void finish_returns_when_all_steps_are_done(Subject subject) {
    int steps = subject.random().nextInt(3, 6);
    assertEquals(
        steps,
        subject.call("JobDriver.doneAfterFinish", steps, 600).asInt(),
        "steps done when finish returned");
  }
}
