package threadmill.runner.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Slice.State;
import threadmill.runner.timeline.Timeline;

/// A timeline as the diagnosis reads it: the program's lanes between release and end, and how many
/// of them did what at each moment.
final class Profile {
  private static final int MOST_EVIDENCE = 20;

  final long end;
  final List<Lane> program;
  final List<Lane> cores;
  final List<Lane> all;
  final List<Moment> moments;

  /// A stretch in which no lane of the program changed its state.
  ///
  /// @param running how many were on a core
  /// @param ready how many waited for one
  /// @param waiting how many were off the cores for another reason
  /// @param only lane of the one that was on a core or wanted one, if it was one alone; else 0
  record Moment(long from, long to, int running, int ready, int waiting, int only) {
    long nanos() {
      return to - from;
    }
  }

  Profile(Timeline timeline) {
    this.end = timeline.endNanos();
    this.all = timeline.lanes();
    this.program = all.stream().filter(Profile::isProgram).toList();
    this.cores = all.stream().filter(lane -> lane.kind() == Kind.CORE).toList();
    this.moments = sweep();
  }

  private static boolean isProgram(Lane lane) {
    return switch (lane.kind()) {
      case THREAD, VIRTUAL, CARRIER -> true;
      case CORE, GC, VM -> false;
    };
  }

  private record Change(long at, int lane, State state, boolean begins) {}

  private List<Moment> sweep() {
    List<Change> changes = new ArrayList<>();
    for (var lane : program) {
      for (var slice : lane.slices()) {
        long from = Math.max(0, slice.from());
        if (from < slice.to()) {
          changes.add(new Change(from, lane.id(), slice.state(), true));
          changes.add(new Change(slice.to(), lane.id(), slice.state(), false));
        }
      }
    }
    changes.sort(Comparator.comparingLong(Change::at));
    List<Moment> found = new ArrayList<>();
    int running = 0;
    int ready = 0;
    int waiting = 0;
    long active = 0;
    long last = 0;
    for (var change : changes) {
      if (change.at() > last) {
        int only = running + ready == 1 ? (int) active : 0;
        found.add(new Moment(last, change.at(), running, ready, waiting, only));
        last = change.at();
      }
      int by = change.begins() ? 1 : -1;
      switch (change.state()) {
        case RUNNING -> running += by;
        case RUNNABLE -> ready += by;
        case BLOCKED, WAITING, PARKED, SLEEPING, IO, PINNED, GC, OFF_CPU -> waiting += by;
      }
      if (change.state() == State.RUNNING || change.state() == State.RUNNABLE) {
        // The sum of the ids of those that work is the id where there is one.
        active += (long) by * change.lane();
      }
    }
    if (end > last) {
      found.add(new Moment(last, end, 0, 0, 0, 0));
    }
    return found;
  }

  String name(int lane) {
    return all.stream()
        .filter(candidate -> candidate.id() == lane)
        .map(Lane::name)
        .findFirst()
        .orElse("?");
  }

  static long nanos(Slice slice) {
    return slice.to() - Math.max(0, Math.min(slice.from(), slice.to()));
  }

  long time(Predicate<Moment> of) {
    return moments.stream().filter(of).mapToLong(Moment::nanos).sum();
  }

  static long time(Lane lane, State state) {
    return lane.slices().stream()
        .filter(slice -> slice.state() == state)
        .mapToLong(Profile::nanos)
        .sum();
  }

  /// Slices of some lanes as evidence, the longest first.
  static List<Evidence> slices(List<Lane> lanes, Predicate<Slice> of) {
    return longest(
        lanes.stream()
            .flatMap(lane ->
                lane.slices().stream()
                    .filter(of)
                    .map(slice -> new Evidence(lane.id(), slice.from(), slice.to())))
            .toList());
  }

  static List<Evidence> longest(List<Evidence> evidence) {
    return evidence.stream()
        .sorted(Comparator.comparingLong(Evidence::nanos).reversed())
        .limit(MOST_EVIDENCE)
        .toList();
  }

  /// Neighbouring moments as one stretch of a lane.
  List<Evidence> stretches(Predicate<Moment> of, int lane) {
    List<Evidence> found = new ArrayList<>();
    long from = -1;
    long to = -1;
    for (var moment : moments) {
      if (!of.test(moment)) {
        continue;
      }
      if (moment.from() == to) {
        to = moment.to();
        continue;
      }
      if (to > from) {
        found.add(new Evidence(lane, from, to));
      }
      from = moment.from();
      to = moment.to();
    }
    if (to > from) {
      found.add(new Evidence(lane, from, to));
    }
    return longest(found);
  }

  Map<Integer, Long> byOnly(Predicate<Moment> of) {
    Map<Integer, Long> times = new HashMap<>();
    for (var moment : moments) {
      if (moment.only() != 0 && of.test(moment)) {
        times.merge(moment.only(), moment.nanos(), Long::sum);
      }
    }
    return times;
  }
}
