package threadmill.server.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/// One event of a run, as stored.
@Entity
@Table(name = "run_events")
@SuppressWarnings("NullAway.Init") // Hibernate or the journal fills it.
class StoredEvent {
  /// A run's event by its number.
  @Embeddable
  record Key(UUID runId, int seq) {}

  @EmbeddedId Key key;
  int attempt;
  long atNanos;
  String type;

  /// The JSON of an [EventBody].
  @ColumnTransformer(write = "cast(? as json)")
  String data;

  EventView view() {
    return new EventView(key.seq(), attempt, atNanos, type, data);
  }
}
