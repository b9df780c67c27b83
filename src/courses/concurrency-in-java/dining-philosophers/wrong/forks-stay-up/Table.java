import java.util.List;
import java.util.concurrent.locks.Lock;

/// Forgets the forks when a meal ends with an exception.
class Table {
  private final List<Lock> forks;

  Table(List<Lock> forks) {
    this.forks = List.copyOf(forks);
  }

  void eat(int seat, Runnable meal) {
    int next = (seat + 1) % forks.size();
    forks.get(Math.min(seat, next)).lock();
    forks.get(Math.max(seat, next)).lock();
    meal.run();
    left(seat).unlock();
    right(seat).unlock();
  }

  private Lock left(int seat) {
    return forks.get(seat);
  }

  private Lock right(int seat) {
    return forks.get((seat + 1) % forks.size());
  }
}
