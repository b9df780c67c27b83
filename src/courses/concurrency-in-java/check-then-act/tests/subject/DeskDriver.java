import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// Opens some ticket desks at the same moment; all of them want every seat.
class DeskDriver {

  /// How often each seat was sold, and at the end, how many seats belong to a desk that did not
  /// sell them.
  static List<Integer> evening(int desks, int seats) throws InterruptedException {
    var house = IntStream.range(0, seats).mapToObj(Seat::new).toList();
    var bookings = new Bookings<Seat>();
    var sold = new AtomicIntegerArray(seats);
    var lastSeller = new AtomicIntegerArray(seats);
    var turn = new AtomicInteger();
    var threads = new Thread[desks];
    for (int desk = 0; desk < desks; desk++) {
      int me = desk;
      threads[desk] =
          Thread.ofPlatform()
              .name("desk-" + me)
              .start(() -> {
                for (int seat = 0; seat < seats; seat++) {
                  turn.incrementAndGet();
                  while (turn.get() < desks * (seat + 1)) {
                    Thread.yield(); // all desks turn to the same seat together
                  }
                  if (bookings.book(house.get(seat), "desk-" + me)) {
                    sold.incrementAndGet(seat);
                    lastSeller.set(seat, me);
                  }
                }
              });
    }
    for (var thread : threads) {
      thread.join();
    }
    var answer = new ArrayList<Integer>();
    for (int seat = 0; seat < seats; seat++) {
      answer.add(sold.get(seat));
    }
    answer.add(
        (int)
            IntStream.range(0, seats)
                .filter(s -> !("desk-" + lastSeller.get(s)).equals(bookings.holder(house.get(s))))
                .count());
    return answer;
  }

  /// A seat that takes its time to be looked up, as a seat in a data base would.
  private static final class Seat {
    private final int number;

    Seat(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      Thread.yield();
      return number;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Seat seat && seat.number == number;
    }
  }
}
