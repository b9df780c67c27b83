package threadmill.runner;

import java.time.Duration;
import threadmill.harness.wire.Report;

/// Why we ended a run before it ended by itself.
sealed interface Ending {
  record Cancelled() implements Ending {}

  /// The runner stops; the run is not to be blamed.
  record Shutdown() implements Ending {}

  record WallLimit(Duration limit) implements Ending {}

  record CpuLimit(Duration limit) implements Ending {}

  record OutputLimit(String stream, int bytes) implements Ending {}

  record ThreadLimit(int limit) implements Ending {}

  /// All processes of the sandbox together were over the bound.
  record MemoryLimit(long bytes) implements Ending {}

  /// The heap that it shares was full, and no other run can have filled it.
  ///
  /// @param allocated bytes that it ever took
  record HeapShare(long allocated, long limit) implements Ending {}

  record Deadlocked(Report.Deadlock evidence) implements Ending {}

  record Leaked(Report.ThreadLeak evidence) implements Ending {}

  /// Something came over the harness's channel that the harness does not say.
  record Forged(String what) implements Ending {}
}
