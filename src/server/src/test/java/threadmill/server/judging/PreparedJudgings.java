package threadmill.server.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import threadmill.runner.Verdict;

/// Stores judgings that nobody carried out.
@ApplicationScoped
public class PreparedJudgings {
  private final Judgings judgings;

  PreparedJudgings(Judgings judgings) {
    this.judgings = judgings;
  }

  /// One that found nothing at all, and has ended.
  @Transactional(Transactional.TxType.MANDATORY)
  public String finished(UUID version, UUID account) {
    var judging = new Judging();
    judging.id = UUID.randomUUID();
    judging.versionId = version;
    judging.accountId = account;
    judging.purpose = Judging.Purpose.SUBMISSION;
    judging.subject = "";
    judging.files = List.of();
    judging.state = Judging.State.FINISHED;
    judging.attempt = 1;
    judging.createdAt = Instant.EPOCH;
    judging.nextEntry = "";
    judging.verdict = Verdict.COMPILE_ERROR;
    judging.explanation = "";
    judging.points = 0;
    judging.results = List.of();
    judging.diagnostics = List.of();
    judgings.persist(judging);
    return judging.id.toString();
  }
}
