import java.util.List;
import java.util.concurrent.locks.Lock;

/// Everybody takes the left fork first: when all do so at once, nobody finds a right one.
class Table {
  private final List<Lock> forks;

  Table(List<Lock> forks) {
    this.forks = List.copyOf(forks);
  }

  void eat(int seat, Runnable meal) {
    left(seat).lock();
    try {
      right(seat).lock();
      try {
        meal.run();
      } finally {
        right(seat).unlock();
      }
    } finally {
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
