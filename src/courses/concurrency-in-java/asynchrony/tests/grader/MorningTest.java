import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class MorningTest {
  private static final String DRIVER = "MorningDriver.report";

  @Test
  void report_asks_both_and_returns_before_either_answers(Subject subject) {
    var seen = subject.call(DRIVER, "Jena", "sunny", "roads free", true).asMap();
    assertTrue(
        (Boolean) seen.get("atOnce"), "report waited for an answer instead of returning at once");
    assertTrue(
        (Boolean) seen.get("askedBoth"), "both services should have been asked when report returns");
  }

  @Test
  void the_report_is_there_when_both_answers_are(Subject subject) {
    var sky = "sky " + subject.random().nextInt(1_000);
    var roads = "roads " + subject.random().nextInt(1_000);
    for (boolean weatherFirst : new boolean[] {true, false}) {
      var seen = subject.call(DRIVER, "Weimar", sky, roads, weatherFirst).asMap();
      assertFalse(
          (Boolean) seen.get("tooEarly"), "the report was completed before both answers were there");
      assertEquals("Weimar: " + sky + ", " + roads, seen.get("text"), "the report");
    }
  }

  @Test
  void a_service_that_fails_gives_no_news(Subject subject) {
    int number = subject.random().nextInt(1_000);
    for (boolean weatherFirst : new boolean[] {true, false}) {
      assertEquals(
          "Gera: no news, jam " + number,
          text(subject.call(DRIVER, "Gera", "", "jam " + number, weatherFirst).asMap()),
          "the report where the weather fails");
      assertEquals(
          "Gera: rain " + number + ", no news",
          text(subject.call(DRIVER, "Gera", "rain " + number, "", weatherFirst).asMap()),
          "the report where the traffic fails");
    }
  }

  private static Object text(Map<String, ?> seen) {
    return seen.get("text");
  }
}
