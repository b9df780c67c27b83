package threadmill.server.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.server.event.RunTimings;

/// A run as a list shows it.
record RunSummary(
    String id,
    RunState state,
    @Nullable Verdict verdict,
    Instant createdAt,
    String title,
    int cores,
    RunRequest.Executor executor,
    @Nullable RunTimings timings) {

  static RunSummary of(Run run) {
    return new RunSummary(
        run.id.toString(),
        run.state,
        run.verdict,
        run.createdAt,
        run.title,
        run.settings.cores(),
        new RunRequest.Executor(run.settings.executorKind(), run.settings.parallelism()),
        run.timings);
  }

  /// The newest runs of one guest.
  record Page(List<RunSummary> runs) {}
}
