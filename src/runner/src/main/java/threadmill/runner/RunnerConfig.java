package threadmill.runner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What an operator may set of a runner.
///
/// @param home folder for the files that sandboxes read
/// @param perf whether to record the timeline by perf where the kernel permits it, instead of
///   sampling
/// @param timeline whether to record timelines at all
/// @param sandboxUser the ordinary user and group that sandboxes become when the runner is root;
///   above 0
/// @param compileLimit longest time that javac may take for one run
/// @param sharedCores cores that no timed run gets to itself, unless it gets all there are
/// @param neighbours ids of processes that belong to us without being our children, such as a
///   database: they make room for timed runs, too
public record RunnerConfig(
    Path home,
    boolean perf,
    boolean timeline,
    int sandboxUser,
    Duration compileLimit,
    int sharedCores,
    Supplier<List<Long>> neighbours) {
  public RunnerConfig {
    if (sandboxUser <= 0 || !compileLimit.isPositive()) {
      throw new IllegalArgumentException("sandboxUser and compileLimit must be above zero");
    }
    if (sharedCores < 0) {
      throw new IllegalArgumentException("sharedCores must not be below zero");
    }
  }

  /// One that records timelines, keeps one core shared, and has no neighbours.
  public RunnerConfig(Path home, boolean perf, int sandboxUser, Duration compileLimit) {
    this(home, perf, true, sandboxUser, compileLimit, 1, List::of);
  }

  /// Perf where permitted, user 64999 (which Debian and systemd leave free), 10 s for javac.
  public static RunnerConfig in(Path home) {
    return new RunnerConfig(home, true, 64_999, Duration.ofSeconds(10));
  }

  /// The same with perf permitted or not.
  public RunnerConfig withPerf(boolean wanted) {
    return new RunnerConfig(
        home, wanted, timeline, sandboxUser, compileLimit, sharedCores, neighbours);
  }

  /// The same with timelines or without.
  public RunnerConfig withTimeline(boolean wanted) {
    return new RunnerConfig(home, perf, wanted, sandboxUser, compileLimit, sharedCores, neighbours);
  }

  /// The same with other cores kept from timed runs.
  public RunnerConfig withSharedCores(int count) {
    return new RunnerConfig(home, perf, timeline, sandboxUser, compileLimit, count, neighbours);
  }

  /// The same with neighbours; they are asked for whenever they have to move.
  public RunnerConfig withNeighbours(Supplier<List<Long>> known) {
    return new RunnerConfig(home, perf, timeline, sandboxUser, compileLimit, sharedCores, known);
  }
}
