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
  /// by the philosopher's own thread.
  void eat(int seat, Runnable meal) {
    // To do: nobody may eat without both forks.
    meal.run();
  }

  private Lock left(int seat) {
    return forks.get(seat);
  }

  private Lock right(int seat) {
    return forks.get((seat + 1) % forks.size());
  }
}
