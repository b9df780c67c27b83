package threadmill.runner.timeline;

import java.time.Instant;
import java.util.List;

/// What every thread and core did during a run.
///
/// @param startedAt the release of `main`, from which all times count
/// @param endNanos the program's end
/// @param marks named moments, as of `Lab.phase`
/// @param links who set whom free
/// @param source where the data came from
/// @param droppedSlices slices that were left out because there were too many, or lost
public record Timeline(
    Instant startedAt,
    long endNanos,
    List<Lane> lanes,
    List<Mark> marks,
    List<Link> links,
    Source source,
    long droppedSlices) {
  public Timeline {
    lanes = List.copyOf(lanes);
    marks = List.copyOf(marks);
    links = List.copyOf(links);
  }

  /// A named moment.
  public record Mark(long at, String name) {}

  /// One lane set another free, and why.
  public record Link(long at, int from, int to, String why) {}

  public enum Source {
    /// Every context switch, recorded by the kernel.
    PERF,
    /// Samples of `/proc`, where perf is not permitted.
    PROC
  }
}
