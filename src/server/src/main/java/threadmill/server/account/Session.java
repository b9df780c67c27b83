package threadmill.server.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A browser that signed in.
@Entity
@Table(name = "sessions")
@SuppressWarnings("NullAway.Init") // Hibernate or Sessions fills it.
class Session {
  /// How long after its last use a remembered one ends.
  static final Duration REMEMBERED = Duration.ofDays(60);

  /// How long after its last use another one ends.
  static final Duration BRIEF = Duration.ofHours(12);

  @Id UUID id;
  UUID accountId;
  byte[] tokenHash;
  boolean remembered;

  /// What the browser calls itself.
  String agent;

  Instant createdAt;

  /// To five minutes.
  Instant lastSeenAt;

  boolean ended(Instant now) {
    return lastSeenAt.plus(remembered ? REMEMBERED : BRIEF).isBefore(now);
  }
}
