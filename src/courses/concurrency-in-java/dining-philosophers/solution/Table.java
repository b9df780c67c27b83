import java.util.List;
import java.util.concurrent.locks.Lock;

/// A round table. The fork to the left of seat `i` is fork `i`; the one to its right is the left
/// one of its neighbour. Each fork is a lock, and there are at least two.
class Table {
  private final List<Lock> forks;

  Table(List<Lock> forks) {
    this.forks = List.copyOf(forks);
  }

  /// The philosopher at this seat takes both forks, has the meal, and puts them down again. Called
  /// by the philosopher's own thread. Forks are taken in the order of their numbers: so the one at
  /// the last seat takes the right one first, and no circle can close.
  void eat(int seat, Runnable meal) {
    boolean last = seat == forks.size() - 1;
    var first = last ? right(seat) : left(seat);
    var second = last ? left(seat) : right(seat);
    first.lock();
    try {
      second.lock();
      try {
        meal.run();
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  private Lock left(int seat) {
    return forks.get(seat);
  }

  private Lock right(int seat) {
    return forks.get((seat + 1) % forks.size());
  }
}
