package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.State;

/// What ran on each core, out of what each thread did. A gap is a core that idled or worked for
/// others.
final class CoreLanes {
  private final Map<Integer, List<Slice>> byCore = new HashMap<>();

  CoreLanes(int[] cores) {
    for (int core : cores) {
      byCore.put(core, new ArrayList<>());
    }
  }

  /// Takes in a thread's slices.
  void add(int lane, String name, List<Slice> slices) {
    var who = new Slice.Detail(null, lane, name);
    for (var slice : slices) {
      if (slice.state() == State.RUNNING && slice.core() != null) {
        var on = byCore.get(slice.core());
        if (on != null) {
          on.add(new Slice(slice.from(), slice.to(), State.RUNNING, slice.core(), who));
        }
      }
    }
  }

  /// In order; where samples of `/proc` say that two ran on one core at once, the later one moves
  /// behind the other, so that the core was busy as long as they ran.
  List<Slice> of(int core, long end) {
    var slices = byCore.getOrDefault(core, List.of());
    slices.sort(Comparator.comparingLong(Slice::from));
    List<Slice> apart = new ArrayList<>(slices.size());
    long free = Long.MIN_VALUE;
    for (var slice : slices) {
      long from = Math.max(slice.from(), free);
      long to = Math.min(from + slice.to() - slice.from(), end);
      if (from < to) {
        apart.add(new Slice(from, to, State.RUNNING, core, slice.detail()));
        free = to;
      }
    }
    return apart;
  }

  static Lane lane(int id, int core, List<Slice> slices) {
    return new Lane(id, Kind.CORE, 0, "core " + core, slices);
  }
}
