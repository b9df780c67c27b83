package threadmill.server.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import threadmill.runner.SourceFile;
import threadmill.server.account.Accounts;
import threadmill.server.exercise.store.ExerciseVersion;
import threadmill.server.judging.Judging.Purpose;
import threadmill.server.judging.Judging.State;
import threadmill.server.problem.RequestRefused;

/// Puts files into the queue of judgings.
@ApplicationScoped
public class StartJudging {
  /// One under way and one that waits behind it.
  private static final int MOST = 2;

  private static final long RETRY_SECONDS = 10;

  private final Judgings judgings;
  private final Accounts accounts;
  private final InstantSource clock;

  StartJudging(Judgings judgings, Accounts accounts, InstantSource clock) {
    this.judgings = judgings;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// For a student.
  @Transactional
  public Judging start(
      UUID account, ExerciseVersion version, Purpose purpose, List<SourceFile> files) {
    accounts.oneAtATime(account);
    if (judgings.unfinishedOf(account) >= MOST) {
      throw RequestRefused.notNow(
          429,
          "One of yours is being judged and one waits already; try again when the first is done.",
          RETRY_SECONDS);
    }
    return store(account, version, purpose, "", files);
  }

  /// As a part of an exercise's check.
  @Transactional(Transactional.TxType.MANDATORY)
  Judging check(ExerciseVersion version, String subject, List<SourceFile> files) {
    return store(null, version, Purpose.CHECK, subject, files);
  }

  /// Judges a submission once more.
  ///
  /// @param replaces the judging whose result counts now
  @Transactional(Transactional.TxType.MANDATORY)
  public void again(Judging submission, UUID replaces, ExerciseVersion version, UUID rejudging) {
    var judging = queued(null, version, Purpose.REJUDGING, "", submission.files);
    judging.submissionId = submission.id;
    judging.replacesId = replaces;
    judging.rejudgingId = rejudging;
    judgings.persist(judging);
  }

  private Judging store(
      @Nullable UUID account,
      ExerciseVersion version,
      Purpose purpose,
      String subject,
      List<SourceFile> files) {
    var judging = queued(account, version, purpose, subject, files);
    judgings.persist(judging);
    return judging;
  }

  private Judging queued(
      @Nullable UUID account,
      ExerciseVersion version,
      Purpose purpose,
      String subject,
      List<SourceFile> files) {
    var judging = new Judging();
    judging.id = UUID.randomUUID();
    judging.versionId = version.id;
    judging.accountId = account;
    judging.purpose = purpose;
    judging.subject = subject;
    judging.files = files;
    judging.seed = RandomGenerator.getDefault().nextLong(1L << 53);
    judging.state = State.QUEUED;
    judging.attempt = 1;
    judging.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    judging.nextEntry = "";
    return judging;
  }
}
