package threadmill.runner;

import java.nio.file.Path;
import java.time.Duration;

/// What an operator may set of a runner.
///
/// @param home folder for the files that sandboxes read
/// @param perf whether to record the timeline by perf where the kernel permits it, instead of
///   sampling
/// @param timeline whether to record timelines at all
/// @param sandboxUser the ordinary user and group that sandboxes become when the runner is root;
///   above 0
/// @param compileLimit longest time that javac may take for one run
public record RunnerConfig(
    Path home, boolean perf, boolean timeline, int sandboxUser, Duration compileLimit) {
  public RunnerConfig {
    if (sandboxUser <= 0 || !compileLimit.isPositive()) {
      throw new IllegalArgumentException("sandboxUser and compileLimit must be above zero");
    }
  }

  /// One that records timelines.
  public RunnerConfig(Path home, boolean perf, int sandboxUser, Duration compileLimit) {
    this(home, perf, true, sandboxUser, compileLimit);
  }

  /// Perf where permitted, user 64999 (which Debian and systemd leave free), 10 s for javac.
  public static RunnerConfig in(Path home) {
    return new RunnerConfig(home, true, 64_999, Duration.ofSeconds(10));
  }

  /// The same with perf permitted or not.
  public RunnerConfig withPerf(boolean wanted) {
    return new RunnerConfig(home, wanted, timeline, sandboxUser, compileLimit);
  }

  /// The same with timelines or without.
  public RunnerConfig withTimeline(boolean wanted) {
    return new RunnerConfig(home, perf, wanted, sandboxUser, compileLimit);
  }
}
