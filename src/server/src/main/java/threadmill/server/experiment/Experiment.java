package threadmill.server.experiment;

import jakarta.persistence.Embedded;
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
import threadmill.server.access.Owned;
import threadmill.server.access.Owner;

/// An experiment: what is measured, and where it stands.
@Entity
@Table(name = "experiments")
@SuppressWarnings("NullAway.Init") // Hibernate or StartExperiment fills it.
class Experiment implements Owned {
  @Id UUID id;

  /// Null when its owner is gone.
  @Embedded @Nullable Owner owner;

  String title;

  @Enumerated(EnumType.STRING)
  ExperimentState state;

  @Enumerated(EnumType.STRING)
  @Nullable Ending ending;

  @Nullable String explanation;
  boolean cancelRequested;

  /// Of the order of cells within rounds and of the bootstrap.
  long seed;

  int lastSeq;

  /// Queue place that was told last, null for none.
  @Nullable Integer toldPlace;

  Instant createdAt;

  /// When it was put into the queue, for the last time.
  Instant queuedAt;

  @Nullable Instant startedAt;

  /// When it was taken from the queue, for the last time.
  @Nullable Instant measuringSince;

  @Nullable Instant finishedAt;
  int repeats;
  int warmUp;

  @JdbcTypeCode(SqlTypes.JSON)
  ExperimentRequest request;

  @JdbcTypeCode(SqlTypes.JSON)
  List<CellSettings> cells;

  /// How often each cell was measured, from 1.
  @JdbcTypeCode(SqlTypes.JSON)
  List<Integer> takes;

  @Override
  public @Nullable Owner owner() {
    return owner;
  }

  /// Experiments are made in the playground.
  @Override
  public @Nullable UUID courseId() {
    return null;
  }
}
