package threadmill.server.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.server.exercise.store.ExerciseVersion;
import threadmill.server.exercise.store.Versions;

/// Stores judgings that nobody carried out.
@ApplicationScoped
public class PreparedJudgings {
  /// How long each took.
  public static final int SECONDS = 7;

  private final Judgings judgings;
  private final Versions versions;
  private final StartJudging start;

  PreparedJudgings(Judgings judgings, Versions versions, StartJudging start) {
    this.judgings = judgings;
    this.versions = versions;
    this.start = start;
  }

  /// Queues a judging by a version whose folder cannot be read.
  @Transactional
  public UUID unreadable(UUID exercise, UUID account) {
    ExerciseVersion version = versions.find("exerciseId", exercise).firstResult();
    judgings
        .getEntityManager()
        .createNativeQuery("update exercise_versions set folder = '' where id = ?1")
        .setParameter(1, version.id)
        .executeUpdate();
    return start.start(account, version, Judging.Purpose.TRIAL, List.of()).id;
  }

  /// How a judging ended; null while it has not.
  @Transactional
  @Nullable Verdict verdict(UUID id) {
    return judgings.findById(id).verdict;
  }

  /// One that found nothing at all, and has ended.
  @Transactional(Transactional.TxType.MANDATORY)
  public String finished(UUID version, UUID account) {
    return submitted(
        version, account, new Ended(Instant.EPOCH, Verdict.COMPILE_ERROR, 0, List.of()));
  }

  /// A submission that has been judged.
  ///
  /// @param at when it was handed in
  public record Ended(Instant at, Verdict verdict, int points, List<SourceFile> files) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public String submitted(UUID version, UUID account, Ended ended) {
    var judging = new Judging();
    judging.id = UUID.randomUUID();
    judging.versionId = version;
    judging.accountId = account;
    judging.purpose = Judging.Purpose.SUBMISSION;
    judging.subject = "";
    judging.files = ended.files();
    judging.state = Judging.State.FINISHED;
    judging.attempt = 1;
    judging.createdAt = ended.at();
    judging.claimedAt = ended.at();
    judging.finishedAt = ended.at().plusSeconds(SECONDS);
    judging.nextEntry = "";
    judging.verdict = ended.verdict();
    judging.explanation = "";
    judging.points = ended.points();
    judging.results = List.of();
    judging.diagnostics = List.of();
    judgings.persist(judging);
    return judging.id.toString();
  }
}
