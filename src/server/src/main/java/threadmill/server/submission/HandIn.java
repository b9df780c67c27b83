package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import threadmill.runner.SourceFile;
import threadmill.server.account.Accounts;
import threadmill.server.course.Course;
import threadmill.server.exercise.store.ReadExercises.Shown;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.judging.Judging;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.StartJudging;
import threadmill.server.problem.RequestRefused;

/// Takes a submission, or says why not, and when it is possible again.
@ApplicationScoped
public class HandIn {
  private final Accounts accounts;
  private final Extensions extensions;
  private final UsedAttempts attempts;
  private final StartJudging start;
  private final InstantSource clock;

  HandIn(
      Accounts accounts,
      Extensions extensions,
      UsedAttempts attempts,
      StartJudging start,
      InstantSource clock) {
    this.accounts = accounts;
    this.extensions = extensions;
    this.attempts = attempts;
    this.start = start;
    this.clock = clock;
  }

  @Transactional
  public Judging handIn(UUID account, Course course, Shown shown, List<SourceFile> files) {
    if (course.archivedAt != null) {
      throw RequestRefused.with(409, "This course is over; trying out still works.");
    }
    accounts.oneAtATime(account);
    var now = clock.instant();
    refuseLate(shown.exercise(), account, now);
    refuseOften(shown.exercise(), account, now);
    return start.start(account, shown.version(), Purpose.SUBMISSION, files);
  }

  private void refuseLate(StoredExercise exercise, UUID account, Instant now) {
    var extension = extensions.of(exercise.id, account).map(it -> it.dueAt).orElse(null);
    var deadlines = Deadlines.of(exercise, extension);
    if (deadlines.percent(now) == 0) {
      throw RequestRefused.with(
          409,
          "This was due %s, and nothing counts after %s; trying out still works."
              .formatted(deadlines.dueAt(), deadlines.end()));
    }
  }

  private void refuseOften(StoredExercise exercise, UUID account, Instant now) {
    var used = attempts.of(exercise.id, account);
    var most = exercise.attempts;
    if (most != null && used.number() >= most) {
      throw RequestRefused.with(
          409,
          "You have handed in %d times, which is as often as one may here; trying out still works."
              .formatted(used.number()));
    }
    var next = used.next(exercise.cooldownSeconds);
    if (next != null && next.isAfter(now)) {
      long seconds = Duration.between(now, next).plusSeconds(1).minusNanos(1).toSeconds();
      throw RequestRefused.notNow(
          429,
          "One hands in every %d seconds here; try again in %d seconds, at %s."
              .formatted(exercise.cooldownSeconds, seconds, next),
          seconds);
    }
  }
}
