import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class ArrivalsTest {
  private static final int LOADS = 5;

  @Test
  void each_result_is_shown_as_soon_as_it_is_there(Subject subject) {
    int[] sizes = sizes(subject.random());
    int[] order = order(subject.random());
    assertShown(sizes, order, -1, show(subject, sizes, order, -1));
  }

  @Test
  void a_load_that_fails_is_shown_like_the_others(Subject subject) {
    int[] sizes = sizes(subject.random());
    int[] order = order(subject.random());
    int failing = subject.random().nextInt(LOADS);
    assertShown(sizes, order, failing, show(subject, sizes, order, failing));
  }

  @Test
  void only_the_thread_that_called_shows(Subject subject) {
    var seen = show(subject, sizes(subject.random()), order(subject.random()), -1);
    assertFalse(
        (Boolean) seen.get("byOthers"), "another thread than the one that called showAll called the screen");
  }

  private static Map<String, ?> show(Subject subject, int[] sizes, int[] order, int failing) {
    return subject.call("ArrivalsDriver.show", sizes, order, failing).asMap();
  }

  private static void assertShown(int[] sizes, int[] order, int failing, Map<String, ?> seen) {
    var expected = new ArrayList<String>();
    for (int number : order) {
      expected.add(
          "page-"
              + number
              + (number == failing
                  ? " generated an exception: FileNotFoundException"
                  : " page is " + sizes[number] + " bytes"));
    }
    assertEquals(
        expected,
        seen.get("lines"),
        "lines on the screen; each load ends when the one before was shown, or after 2 s without it");
  }

  private static int[] sizes(RandomGenerator random) {
    return random.ints(LOADS, 1_000, 10_000).toArray();
  }

  /// Any order in which the first load is not the first to end: who waits for it first, is late.
  private static int[] order(RandomGenerator random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, LOADS).boxed().toList());
    do {
      Collections.shuffle(order, new java.util.Random(random.nextLong()));
    } while (order.getFirst() == 0);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
