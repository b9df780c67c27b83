package threadmill.server.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Isolation;
import threadmill.runner.Limits;
import threadmill.runner.RunOrder;
import threadmill.runner.RunResult;
import threadmill.runner.Verdict;
import threadmill.server.event.EventBody;
import threadmill.server.event.EventDraft;
import threadmill.server.event.Journal;
import threadmill.server.run.FinishRun;
import threadmill.server.run.QueueEstimate;
import threadmill.server.run.Run;
import threadmill.server.run.RunFileRepository;
import threadmill.server.run.RunRepository;
import threadmill.server.run.RunState;
import threadmill.server.timeline.Timelines;

/// All that an attempt at a run does to the database. Each call is one transaction that locks the
/// run's row and first looks whether the attempt is still the one under way; a late one finds
/// another number or state there and changes nothing.
@ApplicationScoped
class Attempts {
  private static final int LAST = 2;

  private final RunRepository runs;
  private final RunFileRepository files;
  private final Journal journal;
  private final FinishRun finish;
  private final Timelines timelines;
  private final QueueEstimate estimate;
  private final InstantSource clock;

  Attempts(
      RunRepository runs,
      RunFileRepository files,
      Journal journal,
      FinishRun finish,
      Timelines timelines,
      QueueEstimate estimate,
      InstantSource clock) {
    this.runs = runs;
    this.files = files;
    this.journal = journal;
    this.finish = finish;
    this.timelines = timelines;
    this.estimate = estimate;
    this.clock = clock;
  }

  /// Takes the oldest queued run.
  @Transactional
  Optional<Claim> claim() {
    return runs.nextQueued()
        .map(run -> {
          run.state = RunState.COMPILING;
          run.claimedAt = clock.instant();
          run.toldPlace = null;
          tell(run, EventDraft.now(new EventBody.State(run.state.name(), null, null)));
          var queued = Duration.between(run.queuedAt, run.claimedAt);
          return new Claim(run.id, run.attempt, queued, order(run));
        });
  }

  /// Stores events of an attempt.
  ///
  /// @param startedAt when `main` was released, if these events tell it
  /// @return whether somebody wants the run stopped; empty when the attempt is lost
  @Transactional
  Optional<Boolean> append(
      UUID id, int attempt, List<EventDraft> drafts, @Nullable Instant startedAt) {
    var current = current(id, attempt, drafts.size() + " events");
    current.ifPresent(run -> {
      if (startedAt != null) {
        run.state = RunState.RUNNING;
        run.startedAt = startedAt;
      }
      run.lastSeq = journal.append(id, attempt, run.lastSeq, drafts);
    });
    return current.map(run -> run.cancelRequested);
  }

  /// Stores the verdict, with the timeline and the last events.
  ///
  /// @return whether the attempt was still the one under way
  @Transactional
  boolean finish(UUID id, int attempt, RunResult result, List<EventDraft> before) {
    var current = current(id, attempt, "the verdict " + result.verdict());
    current.ifPresent(run -> {
      if (result.timeline() != null) {
        timelines.store(id, result.timeline());
      }
      finish.finish(run, result, before);
    });
    return current.isPresent();
  }

  /// Gives a run back whose attempt came to nothing: it is queued once more, or ends.
  ///
  /// @param why a sentence for whoever started it
  @Transactional
  void lost(UUID id, int attempt, String why) {
    current(id, attempt, "its loss").ifPresent(run -> again(run, why));
  }

  /// Gives every run back that some earlier server had under way.
  ///
  /// @return how many there were
  @Transactional
  int recover() {
    var orphans = runs.underWay();
    for (var orphan : orphans) {
      runs.locked(orphan.id).ifPresent(run -> again(run, "The server stopped during the run"));
    }
    return orphans.size();
  }

  private void again(Run run, String why) {
    if (run.cancelRequested) {
      finish.finish(run, Verdict.CANCELLED, "Cancelled.");
    } else if (run.attempt >= LAST) {
      Log.warnf("run %s was lost in attempt %d; it ends as INTERNAL_ERROR", run.id, run.attempt);
      finish.finish(
          run, Verdict.INTERNAL_ERROR, why + ", twice. This is not your program's fault.");
    } else {
      Log.warnf("run %s was lost in attempt %d; it is queued once more", run.id, run.attempt);
      run.attempt++;
      run.state = RunState.QUEUED;
      run.queuedAt = clock.instant();
      run.claimedAt = null;
      run.startedAt = null;
      runs.flush();
      var told = estimate.told(runs.place(run));
      run.toldPlace = told.queuePlace();
      tell(run, EventDraft.now(told));
    }
  }

  private Optional<Run> current(UUID id, int attempt, String what) {
    var run = runs.locked(id);
    var current =
        run.filter(it ->
            it.attempt == attempt
                && (it.state == RunState.COMPILING || it.state == RunState.RUNNING));
    if (current.isEmpty()) {
      Log.warnf("attempt %d of run %s is over; %s of it is discarded", attempt, id, what);
    }
    return current;
  }

  private void tell(Run run, EventDraft draft) {
    run.lastSeq = journal.append(run.id, run.attempt, run.lastSeq, List.of(draft));
  }

  private RunOrder order(Run run) {
    var settings = run.settings;
    return new RunOrder(
        run.id.toString(),
        run.attempt,
        files.sources(run.id),
        ExecutorKind.of(settings.executorKind()),
        settings.parallelism(),
        settings.cores(),
        run.stdin,
        settings.args(),
        new Limits(
            Duration.ofMillis(settings.wallMillis()),
            settings.heapMib(),
            settings.stdoutBytes(),
            settings.stderrBytes(),
            settings.threads()),
        settings.web(),
        run.experimentId != null,
        Isolation.valueOf(settings.isolation().toUpperCase(Locale.ROOT)));
  }
}
