package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import threadmill.runner.RunResult;
import threadmill.runner.Timings;
import threadmill.runner.Verdict;
import threadmill.server.event.EventBody;
import threadmill.server.event.EventDraft;
import threadmill.server.event.Journal;
import threadmill.server.event.RunTimings;

/// Gives a run its verdict: row and last event in one transaction.
@ApplicationScoped
public class FinishRun {
  private final Journal journal;
  private final InstantSource clock;
  private final Event<RunFinished> finished;

  FinishRun(Journal journal, InstantSource clock, Event<RunFinished> finished) {
    this.journal = journal;
    this.clock = clock;
    this.finished = finished;
  }

  /// Finishes a run whose row the caller has locked.
  ///
  /// @param before events that come before the verdict
  @Transactional(Transactional.TxType.MANDATORY)
  public void finish(Run run, RunResult result, List<EventDraft> before) {
    var now = clock.instant();
    var timings = timings(run, result.timings(), now);
    run.state = RunState.FINISHED;
    run.finishedAt = now;
    run.startedAt = result.startedAt();
    run.verdict = result.verdict();
    run.explanation = storable(result.explanation());
    run.exitCode = result.exitCode();
    run.timings = timings;
    run.peakRssBytes = result.peakRssBytes();
    run.diagnostics = Diagnostics.storable(result.diagnostics());
    run.toldPlace = null;
    var all = new ArrayList<>(before);
    all.add(
        new EventDraft(
            timings.wallNanos(),
            new EventBody.Ended(result.verdict(), run.explanation, result.exitCode(), timings)));
    run.lastSeq = journal.append(run.id, run.attempt, run.lastSeq, all);
    finished.fire(new RunFinished(run, result));
  }

  /// Finishes a run that never got a result of its own.
  @Transactional(Transactional.TxType.MANDATORY)
  public void finish(Run run, Verdict verdict, String explanation) {
    finish(
        run,
        new RunResult(verdict, explanation, null, null, Timings.NONE, 0, List.of(), null),
        List.of());
  }

  private static RunTimings timings(Run run, Timings timings, Instant now) {
    var taken = run.claimedAt == null ? now : run.claimedAt;
    return new RunTimings(
        Math.max(0, Duration.between(run.queuedAt, taken).toNanos()),
        timings.compile().toNanos(),
        timings.jvmStart().toNanos(),
        timings.wall().toNanos(),
        timings.cpu().toNanos());
  }

  /// PostgreSQL's text cannot hold U+0000, which a program's message may.
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
