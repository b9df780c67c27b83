import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class TableTest {

  @Test
  void all_get_up(Subject subject) {
    for (int seats = 5; seats >= 2; seats--) {
      subject.call("TableDriver.dinner", seats, 8);
    }
  }

  @Test
  void who_eats_holds_both_forks(Subject subject) {
    int seats = subject.random().nextInt(3, 8);
    int meals = subject.random().nextInt(3, 8);
    var got = subject.call("TableDriver.manners", seats, meals).asInts();
    assertEquals(seats * meals, got[0], "meals of %d philosophers".formatted(seats));
    assertEquals(0, got[1], "meals of somebody who did not hold both forks");
  }

  @Test
  void two_who_are_no_neighbours_eat_together(Subject subject) {
    int seats = subject.random().nextInt(4, 8);
    int one = subject.random().nextInt(seats);
    int other = (one + 2) % seats;
    assertTrue(
        subject.call("TableDriver.together", seats, one, other).asBoolean(),
        "of %d seats, %d and %d are no neighbours: both can eat at the same time"
            .formatted(seats, one, other));
  }

  @Test
  void forks_are_put_down(Subject subject) {
    int seats = subject.random().nextInt(2, 8);
    for (int seat = 0; seat < seats; seat++) {
      for (boolean spoilt : new boolean[] {false, true}) {
        assertEquals(
            0,
            subject.call("TableDriver.missing", seats, seat, spoilt).asInt(),
            "forks that are not back after a meal at seat %d%s"
                .formatted(seat, spoilt ? " that ended with an exception" : ""));
      }
    }
  }
}
