import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class BookingsTest {

  @Test
  void desks_close(Subject subject) {
    subject.call("DeskDriver.evening", 3, 50);
  }

  @Test
  void one_desk_sells_each_seat_once(Subject subject) {
    assertEvening(subject, 1);
  }

  /// Now and then there is a single desk, which no race can disturb.
  @Test
  void no_seat_is_sold_twice(Subject subject) {
    assertEvening(subject, subject.random().nextInt(1, 4));
  }

  private static void assertEvening(Subject subject, int desks) {
    int seats = subject.random().nextInt(30, 60);
    var sold = subject.call("DeskDriver.evening", desks, seats).asList();
    for (int seat = 0; seat < seats; seat++) {
      assertEquals(
          1L,
          ((Number) sold.get(seat)).longValue(),
          "%d desk(s) wanted seat %d at the same time; how many of them got it"
              .formatted(desks, seat));
    }
    assertEquals(
        0L,
        ((Number) sold.get(seats)).longValue(),
        "seats whose holder is not the desk that sold them");
  }
}
