package threadmill.server.timeline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// The whole timeline of a run, compressed.
@Entity
@Table(name = "run_timelines")
@SuppressWarnings("NullAway.Init") // Hibernate or Timelines fills it.
class RunTimeline {
  @Id UUID runId;

  /// How `bytes` are to be read, see [Timelines#GZIP_JSON].
  short codec;

  byte[] bytes;
}
