import java.util.List;
import java.util.concurrent.locks.Lock;

/// Asks for the right fork again and again, and keeps the left one meanwhile.
class Table {
  private final List<Lock> forks;

  Table(List<Lock> forks) {
    this.forks = List.copyOf(forks);
  }

  void eat(int seat, Runnable meal) {
    left(seat).lock();
    try {
      while (!right(seat).tryLock()) {
        Thread.onSpinWait();
      }
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
