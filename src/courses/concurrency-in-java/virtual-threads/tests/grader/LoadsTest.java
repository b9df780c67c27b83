import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class LoadsTest {

  @Test
  void comes_to_an_end(Subject subject) {
    subject.call("LoadsDriver.failing", 200, 10);
  }

  @Test
  void answers_are_in_order(Subject subject) {
    int bad = subject.random().nextInt(3, 7);
    var ids = new int[20];
    var expected = new ArrayList<String>();
    int id = subject.random().nextInt(1_000);
    for (int i = 0; i < ids.length; i++) {
      id += subject.random().nextInt(1, 100);
      ids[i] = id;
      expected.add(id % bad == 0 ? "failed" : "answer " + id);
    }
    var got =
        subject.call("LoadsDriver.answers", ids, 5, bad).asList().stream()
            .map(String::valueOf)
            .toList();
    assertEquals(
        expected, got, "answers in the order of the ids, though the first load takes longest");
  }

  @Test
  void loads_wait_on_virtual_threads(Subject subject) {
    assertEquals(
        0,
        subject.call("LoadsDriver.onPlatform", 20, 5).asInt(),
        "loads, of 20, that were not on a virtual thread");
  }

  @Test
  void as_many_at_once_as_allowed(Subject subject) {
    for (int i = 0; i < 3; i++) {
      int atOnce = subject.random().nextInt(5, 60);
      assertEquals(
          atOnce,
          subject.call("LoadsDriver.most", 3 * atOnce, atOnce).asInt(),
          "the most loads under way at the same time, of %d with %d allowed"
              .formatted(3 * atOnce, atOnce));
    }
  }

  @Test
  void three_thousand_loads(Subject subject) {
    subject.call("LoadsDriver.many", 3_000, 1_000, 100);
  }
}
