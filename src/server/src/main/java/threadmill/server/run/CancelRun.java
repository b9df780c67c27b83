package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import threadmill.runner.Verdict;

/// Stops a run: one that waits at once, one under way through its runner.
@ApplicationScoped
public class CancelRun {
  private final RunRepository runs;
  private final FinishRun finish;

  CancelRun(RunRepository runs, FinishRun finish) {
    this.runs = runs;
    this.finish = finish;
  }

  /// The row's lock makes this and taking the run from the queue exclude each other.
  ///
  /// @return whether a runner has to be told
  @Transactional
  public boolean cancel(UUID id) {
    var run = runs.locked(id).orElseThrow();
    switch (run.state) {
      case QUEUED ->
          finish.finish(run, Verdict.CANCELLED, "Cancelled while it waited in the queue.");
      case COMPILING, RUNNING -> run.cancelRequested = true;
      case FINISHED -> {}
    }
    return run.state != RunState.FINISHED;
  }
}
