package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/// One event of an experiment, as stored.
@Entity
@Table(name = "experiment_events")
@SuppressWarnings("NullAway.Init") // Hibernate or ExperimentJournal fills it.
class StoredExperimentEvent {
  @Embeddable
  record Key(UUID experimentId, int seq) {}

  @EmbeddedId Key key;
  Instant at;
  String type;

  /// The JSON of an [ExperimentEvent].
  @ColumnTransformer(write = "cast(? as json)")
  String data;

  View view() {
    return new View(key.seq(), at, type, data);
  }

  /// An event as the socket sends it.
  record View(int seq, Instant at, String type, @JsonRawValue String data) {}
}
