import java.util.List;
import java.util.concurrent.locks.Lock;

/// One eats at a time, however many sit at the table.
class Table {
  private final List<Lock> forks;

  Table(List<Lock> forks) {
    this.forks = List.copyOf(forks);
  }

  synchronized void eat(int seat, Runnable meal) {
    left(seat).lock();
    right(seat).lock();
    try {
      meal.run();
    } finally {
      right(seat).unlock();
      left(seat).unlock();
    }
  }

  private Lock left(int seat) {
    return forks.get(seat);
  }

  private Lock right(int seat) {
    return forks.get((seat + 1) % forks.size());
  }
}
