package threadmill.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      var field = "Cpus_allowed_list:";
      var list = lines.filter(line -> line.startsWith(field)).findFirst().orElseThrow();
      return new Cores(parse(list.substring(field.length()).strip()));
    } catch (IOException e) {
      throw new RunnerException("cannot tell which cores there are", e);
    }
  }

  /// Reads a list such as `0-3,8`.
  static List<Integer> parse(String list) {
    var cores = new ArrayList<Integer>();
    for (var part : list.split(",", -1)) {
      var ends = part.split("-", -1);
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      IntStream.rangeClosed(first, last).forEach(cores::add);
    }
    return cores;
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
