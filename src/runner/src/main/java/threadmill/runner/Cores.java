package threadmill.runner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import threadmill.runner.kernel.Cpus;

/// The cores that runs may be bound to; each run gets those that the fewest others have.
///
/// Implementation note: `runsOn`, one count per usable core, is guarded by `this`.
final class Cores {
  private final List<Integer> usable;
  private final int[] runsOn;

  Cores(List<Integer> usable) {
    this.usable = List.copyOf(usable);
    this.runsOn = new int[usable.size()];
  }

  /// The cores that this process itself may use.
  static Cores ofThisProcess() {
    return new Cores(Arrays.stream(Cpus.allowed()).boxed().toList());
  }

  List<Integer> usable() {
    return usable;
  }

  /// Takes `count` cores, or all where there are fewer.
  synchronized Share take(int count) {
    var places =
        IntStream.range(0, usable.size())
            .boxed()
            .sorted(Comparator.comparingInt(place -> runsOn[place]))
            .limit(count)
            .toList();
    places.forEach(place -> runsOn[place]++);
    return new Share(places);
  }

  private synchronized void giveBack(List<Integer> places) {
    places.forEach(place -> runsOn[place]--);
  }

  /// Cores of one run, until closed.
  final class Share implements AutoCloseable {
    private final List<Integer> places;

    private Share(List<Integer> places) {
      this.places = places;
    }

    /// Their numbers, in ascending order.
    List<Integer> numbers() {
      return places.stream().map(usable::get).sorted().toList();
    }

    @Override
    public void close() {
      giveBack(places);
    }
  }
}
