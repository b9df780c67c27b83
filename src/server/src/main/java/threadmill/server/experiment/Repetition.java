package threadmill.server.experiment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.server.statistics.WorkSpan;

/// One run of one cell.
@Entity
@Table(name = "experiment_repetitions")
@SuppressWarnings("NullAway.Init") // Hibernate or Conduct fills it.
class Repetition {
  /// @param number from 1, in the order of execution
  @Embeddable
  record Key(UUID experimentId, int number) {}

  @EmbeddedId Key key;
  int cell;
  int take;
  int round;
  boolean warmUp;
  UUID runId;

  /// Null while its run is under way.
  @Enumerated(EnumType.STRING)
  @Nullable Verdict verdict;

  @Nullable String explanation;
  @Nullable Instant startedAt;
  long wallNanos;
  long cpuNanos;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Integer> usedCores;

  boolean exclusive;
  boolean sharedWithServer;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable Noise noise;

  @Nullable Double load;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable MachineView machine;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable WorkSpan workSpan;

  /// Whether it says something of the cell: a failure of ours does not.
  boolean counts() {
    return verdict != null && verdict != Verdict.INTERNAL_ERROR;
  }
}
