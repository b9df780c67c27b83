package threadmill.runner;

import java.time.Instant;
import java.util.List;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.LiveSlice;
import threadmill.runner.timeline.Timeline.Mark;

/// What happens while a run is under way.
public sealed interface RunEvent {

  /// Nanoseconds since the release of `main`; negative before it, 0 where there is no release yet.
  long atNanos();

  record Compiling(long atNanos) implements RunEvent {}

  /// `main` was released.
  record Running(long atNanos, Instant startedAt) implements RunEvent {}

  /// The program wrote. The text is whole characters: a split UTF-8 sequence waits for its rest.
  record Output(long atNanos, Stream stream, String text) implements RunEvent {
    public enum Stream {
      STDOUT,
      STDERR
    }
  }

  record Diagnosed(long atNanos, Diagnostic diagnostic) implements RunEvent {}

  /// A number about the run, such as `threads` or `rss`.
  ///
  /// @param unit `bytes`, `threads`, `nanos`…
  record Metric(long atNanos, String name, long value, String unit) implements RunEvent {}

  /// What threads and cores did since the last such event, thinned for live viewing.
  ///
  /// @param lanes lanes that are new or renamed, without slices
  /// @param marks moments that the program marked
  record TimelineGrew(
      long atNanos, List<Lane> lanes, List<LiveSlice> slices, List<Mark> marks, long mergedSlices)
      implements RunEvent {
    public TimelineGrew {
      lanes = List.copyOf(lanes);
      slices = List.copyOf(slices);
      marks = List.copyOf(marks);
    }
  }
}
