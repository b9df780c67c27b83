package threadmill.server.submission;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Another due date for one student.
@Entity
@Table(name = "extensions")
@SuppressWarnings("NullAway.Init") // Hibernate or GiveExtension fills it.
class Extension {
  @Embeddable
  record Key(UUID exerciseId, UUID accountId) {}

  @EmbeddedId Key key;
  Instant dueAt;
  String reason;
  @Nullable UUID givenBy;
  Instant givenAt;
}
