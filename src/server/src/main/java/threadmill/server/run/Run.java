package threadmill.server.run;

import jakarta.persistence.Basic;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Diagnostic;
import threadmill.runner.Verdict;
import threadmill.server.access.Owned;
import threadmill.server.access.Owner;
import threadmill.server.event.RunTimings;

/// A run: how it was asked for, where it stands, and how it ended.
@Entity
@Table(name = "runs")
@SuppressWarnings("NullAway.Init") // Hibernate or StartRun fills it.
public class Run implements Owned {
  @Id public UUID id;

  /// Null when its owner is gone.
  @Embedded public @Nullable Owner owner;

  /// The course that it was made in; null for the playground.
  public @Nullable UUID courseId;

  /// The experiment that it is a repetition of; it then is timed, on cores of its own.
  public @Nullable UUID experimentId;

  /// What a list calls it: its main file.
  public String title;

  @Enumerated(EnumType.STRING)
  public RunState state;

  /// 1, or 2 after a runner vanished.
  public int attempt;

  /// Number of its newest event.
  public int lastSeq;

  /// Queue place that its newest event told, null for none.
  public @Nullable Integer toldPlace;

  /// Somebody wants it stopped; the attempt under way sees to it.
  public boolean cancelRequested;

  public @Nullable String clientAddress;
  public Instant createdAt;

  /// When it was put into the queue, for the last time.
  public Instant queuedAt;

  /// When it was taken from the queue, for the last time.
  public @Nullable Instant claimedAt;

  /// When `main` was released.
  public @Nullable Instant startedAt;

  public @Nullable Instant finishedAt;
  @Embedded public RunSettings settings;

  /// Standard input; up to 256 KiB, so it is read only where it is needed.
  @Basic(fetch = FetchType.LAZY)
  public String stdin;

  @Enumerated(EnumType.STRING)
  public @Nullable Verdict verdict;

  public @Nullable String explanation;
  public @Nullable Integer exitCode;
  @Embedded public @Nullable RunTimings timings;
  public @Nullable Long peakRssBytes;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<Diagnostic> diagnostics;

  @Override
  public @Nullable Owner owner() {
    return owner;
  }

  @Override
  public @Nullable UUID courseId() {
    return courseId;
  }
}
