package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import threadmill.harness.wire.Report;
import threadmill.runner.timeline.Timeline.Mark;

/// The moments that a program marked. What it says of their times is believed as far as it can be
/// true: not before the release, and not after it was told. Bounded: above [#MOST] marks further
/// ones are not taken in, and names are cut. Owned by the recording thread.
final class Marks {
  static final int MOST = 1_000;
  private static final int LONGEST_NAME = 101;

  private final long zero;
  private final List<Mark> all = new ArrayList<>();
  private int told;

  Marks(long zero) {
    this.zero = zero;
  }

  /// Takes one in.
  ///
  /// @param now `System.nanoTime()`
  void take(Report.Phase phase, long now) {
    if (all.size() < MOST) {
      var name = phase.name();
      all.add(
          new Mark(
              Math.clamp(phase.nanoTime() - zero, 0, now - zero),
              name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name));
    }
  }

  /// Those that came since the last call.
  List<Mark> news() {
    var news = List.copyOf(all.subList(told, all.size()));
    told = all.size();
    return news;
  }

  /// All of them by their times, those after the end at the end.
  List<Mark> until(long end) {
    return all.stream()
        .map(mark -> new Mark(Math.min(mark.at(), end), mark.name()))
        .sorted(Comparator.comparingLong(Mark::at))
        .toList();
  }
}
