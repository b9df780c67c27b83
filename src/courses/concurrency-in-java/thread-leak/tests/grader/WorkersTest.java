import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class WorkersTest {

  @Test
  void close_waits_for_tasks_and_threads(Subject subject) {
    for (int workers = 1; workers <= 4; workers++) {
      int tasks = subject.random().nextInt(0, 30);
      var seen = subject.call("WorkersDriver.shift", workers, tasks, 3).asInts();
      assertEquals(
          tasks, seen[0], "tasks that %d worker(s) had done after close".formatted(workers));
      assertEquals(0, seen[1], "threads that were left of %d worker(s)".formatted(workers));
    }
  }

  @Test
  void workers_work_at_the_same_time(Subject subject) {
    int workers = subject.random().nextInt(2, 6);
    assertTrue(
        subject.call("WorkersDriver.together", workers).asBoolean(),
        workers + " workers should do " + workers + " tasks at the same time");
  }
}
