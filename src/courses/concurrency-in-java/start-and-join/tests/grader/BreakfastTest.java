import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class BreakfastTest {
  @Test
  void all_dishes_are_made_at_the_same_time(Subject subject) {
    var soup = "soup-" + subject.random().nextInt(100);
    var seen = make(subject, List.of(soup, "bread", "milk"), 1, 0);
    assertEquals(
        Set.of(soup + " by " + soup, "bread by bread", "milk by milk"),
        new HashSet<>((List<?>) seen.get("ranAs")),
        "which thread made which dish");
  }

  @Test
  void makeAll_returns_when_the_last_dish_is_ready(Subject subject) {
    for (int last = 0; last < 3; last++) {
      var seen = make(subject, List.of("a", "b", "c"), last, last == 0 ? 900 : 200);
      assertEquals(
          3,
          ((Number) seen.get("readyThen")).intValue(),
          "dishes that were ready when makeAll returned; of 3, number "
              + (last + 1)
              + " took longest");
    }
  }

  private Map<String, ?> make(Subject subject, List<String> names, int last, int holdMillis) {
    var seen = subject.call("BreakfastDriver.make", names, last, holdMillis).asMap();
    assertTrue(
        (Boolean) seen.get("together"),
        "each of 3 dishes waited in vain for the others to begin: start all before you wait for any");
    return seen;
  }
}
