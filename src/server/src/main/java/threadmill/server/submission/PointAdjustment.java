package threadmill.server.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Points that staff gave or took by hand. Never changed: one takes back by giving the opposite.
@Entity
@Table(name = "point_adjustments")
@SuppressWarnings("NullAway.Init") // Hibernate or ReviewSubmission fills it.
class PointAdjustment {
  @Id UUID id;
  UUID submissionId;

  /// Below 0 where they were taken; never 0.
  int points;

  String reason;
  @Nullable UUID madeBy;
  Instant madeAt;
}
