package threadmill.server.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Submissions to one exercise that are judged anew by one version of it.
@Entity
@Table(name = "rejudgings")
@SuppressWarnings("NullAway.Init") // Hibernate or StartRejudging fills it.
class Rejudging {
  @Id UUID id;
  UUID exerciseId;
  UUID versionId;

  @Enumerated(EnumType.STRING)
  Selection selection;

  String reason;

  @Enumerated(EnumType.STRING)
  State state;

  @Nullable UUID madeBy;
  Instant madeAt;
  @Nullable UUID endedBy;
  @Nullable Instant endedAt;

  /// Which submissions.
  enum Selection {
    ALL,
    /// The one of each student that counts.
    BEST,
    LISTED
  }

  /// Where it stands.
  enum State {
    /// Nothing has changed for anybody yet.
    OPEN,
    /// Its results count.
    APPLIED,
    DISCARDED
  }
}
