package threadmill.server.judging;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import threadmill.runner.Fingerprint;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;
import threadmill.server.exercise.store.UnreadableExerciseException;
import threadmill.server.exercise.store.Versions;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.Judging.State;

/// All that an attempt at a judging does to the database, each call a transaction that first looks
/// whether the attempt is still the one under way; a late one changes nothing.
@ApplicationScoped
class JudgeAttempts {
  private static final int LAST = 2;

  private final Judgings judgings;
  private final Versions versions;
  private final InstantSource clock;

  JudgeAttempts(Judgings judgings, Versions versions, InstantSource clock) {
    this.judgings = judgings;
    this.versions = versions;
    this.clock = clock;
  }

  /// A judging that was taken from the queue.
  record Claim(UUID id, int attempt, JudgeOrder order) {}

  /// Takes the next judging from the queue. One whose exercise cannot be read any more ends here,
  /// so that it holds up nobody behind it.
  @Transactional
  Optional<Claim> claim() {
    return judgings.nextQueued().flatMap(this::claimed);
  }

  private Optional<Claim> claimed(Judging judging) {
    judging.state = State.JUDGING;
    judging.claimedAt = clock.instant();
    try {
      var order =
          new JudgeOrder(
              judging.id.toString(),
              judging.files,
              versions.exercise(judging.versionId).judged(),
              judging.seed,
              judging.purpose == Purpose.TRIAL);
      return Optional.of(new Claim(judging.id, judging.attempt, order));
    } catch (UnreadableExerciseException unreadable) {
      Log.errorf(unreadable, "judging %s ends as INTERNAL_ERROR", judging.id);
      finish(
          judging,
          failed("This exercise cannot be read on this server; tell your course's staff."));
      return Optional.empty();
    }
  }

  @Transactional
  void progress(Claim claim, int done, int of, String next) {
    current(claim)
        .ifPresent(judging -> {
          judging.done = done;
          judging.entries = of;
          judging.nextEntry = next;
        });
  }

  @Transactional
  void finish(Claim claim, JudgeReport report, Fingerprint machine) {
    current(claim)
        .ifPresent(judging -> {
          judging.judgedWith = JudgedWith.of(machine, versions.exercise(judging.versionId));
          finish(judging, report);
        });
  }

  /// Gives a judging back whose attempt came to nothing: it is queued once more, or ends.
  @Transactional
  void lost(Claim claim) {
    current(claim).ifPresent(this::again);
  }

  /// Gives every judging back that some earlier server had under way.
  @Transactional
  int recover() {
    var orphans = judgings.underWay();
    orphans.forEach(this::again);
    return orphans.size();
  }

  private void again(Judging judging) {
    if (judging.attempt >= LAST) {
      Log.warnf("judging %s was lost twice; it ends as INTERNAL_ERROR", judging.id);
      finish(
          judging,
          failed("The judge was lost twice. This is not your program's fault; hand it in again."));
    } else {
      Log.warnf("judging %s was lost; it is queued once more", judging.id);
      judging.attempt++;
      judging.state = State.QUEUED;
      judging.claimedAt = null;
      judging.done = 0;
      judging.nextEntry = "";
    }
  }

  private static JudgeReport failed(String why) {
    return new JudgeReport(Verdict.INTERNAL_ERROR, why, List.of(), List.of(), 0);
  }

  private void finish(Judging judging, JudgeReport report) {
    judging.state = State.FINISHED;
    judging.finishedAt = clock.instant();
    judging.nextEntry = "";
    judging.verdict = report.verdict();
    judging.explanation = report.explanation();
    judging.points = report.points();
    judging.results = report.results();
    judging.diagnostics = report.diagnostics();
  }

  private Optional<Judging> current(Claim claim) {
    return judgings
        .locked(claim.id())
        .filter(it -> it.attempt == claim.attempt() && it.state == State.JUDGING);
  }
}
