import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class NoticeBoardTest {

  @Test
  void everybody_goes_home(Subject subject) {
    subject.call("BoardDriver.rounds", 20);
  }

  @Test
  void readers_read_together(Subject subject) {
    int readers = subject.random().nextInt(2, 6);
    assertTrue(
        subject.call("BoardDriver.together", readers).asBoolean(),
        readers + " readers should be inside at the same time while nobody writes");
  }

  @Test
  void a_writer_is_alone(Subject subject) {
    assertSecondWaits(subject, true, true);
    assertSecondWaits(subject, true, false);
    assertSecondWaits(subject, false, true);
  }

  @Test
  void a_waiting_writer_is_not_overtaken(Subject subject) {
    var came = subject.call("BoardDriver.turns").asList().stream().map(String::valueOf).toList();
    assertEquals(
        List.of("writer", "reader"),
        came,
        "a reader was inside, a writer came to wait, then another reader came; who went in after"
            + " the first, in order");
  }

  /// Now and then there is a single reader and nobody who writes.
  @Test
  void no_reader_sees_half_a_notice(Subject subject) {
    var random = subject.random();
    int readers = random.nextInt(1, 4);
    int writers = random.nextInt(0, 3);
    assertEquals(
        0,
        subject.call("BoardDriver.crowd", readers, writers, 150).asInt(),
        "how often one of %d reader(s) saw letters of two notices, while %d wrote"
            .formatted(readers, writers));
  }

  private static void assertSecondWaits(
      Subject subject, boolean firstWrites, boolean secondWrites) {
    assertEquals(
        "waited",
        subject.call("BoardDriver.second", firstWrites, secondWrites).asText(),
        "a %s is inside; a %s should wait, and come in when the first has gone"
            .formatted(firstWrites ? "writer" : "reader", secondWrites ? "writer" : "reader"));
  }
}
