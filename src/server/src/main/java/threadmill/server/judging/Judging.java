package threadmill.server.judging;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Diagnostic;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeReport;

/// Some files being judged by one version of an exercise, once.
@Entity
@Table(name = "judgings")
@SuppressWarnings("NullAway.Init") // Hibernate or StartJudging fills it.
public class Judging {
  @Id public UUID id;
  public UUID versionId;

  /// Whose files they are; null for an exercise's check.
  public @Nullable UUID accountId;

  @Enumerated(EnumType.STRING)
  public Purpose purpose;

  /// Within a check `solution`, `starter` or the name of a wrong answer; else empty.
  public String subject;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<SourceFile> files;

  /// Of all random inputs.
  public long seed;

  @Enumerated(EnumType.STRING)
  public State state;

  /// 1, or 2 after a runner vanished.
  int attempt;

  public Instant createdAt;
  public @Nullable Instant claimedAt;
  public @Nullable Instant finishedAt;

  /// Entries that have been judged.
  int done;

  /// How many there are; 0 until it is known.
  int entries;

  /// Title of the entry that is being judged.
  String nextEntry;

  @Enumerated(EnumType.STRING)
  public @Nullable Verdict verdict;

  @Nullable String explanation;
  public @Nullable Integer points;

  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable List<JudgeReport.Result> results;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable List<Diagnostic> diagnostics;

  /// What it was carried out with; null until it has ended, and where nothing was carried out.
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable JudgedWith judgedWith;

  /// Of a submission: the judging whose result counts in place of its own.
  public @Nullable UUID countedId;

  /// Of a judging anew: the submission.
  public @Nullable UUID submissionId;

  /// Of a judging anew: the judging whose result it is to replace.
  public @Nullable UUID replacesId;

  /// Of a judging anew: the set that it belongs to.
  @Nullable UUID rejudgingId;

  /// What a judging is for.
  public enum Purpose {
    /// It counts.
    SUBMISSION,
    /// The visible entries alone, as often as one likes.
    TRIAL,
    /// Of an exercise, before it is published.
    CHECK,
    /// Of a submission once more; counts once staff say so.
    REJUDGING
  }

  /// Where a judging stands.
  public enum State {
    QUEUED,
    JUDGING,
    FINISHED
  }
}
