package threadmill.server.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link that lets somebody set a password, once.
@Entity
@Table(name = "one_time_links")
@SuppressWarnings("NullAway.Init") // Hibernate or OneTimeLinks fills it.
class OneTimeLink {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  Kind kind;

  /// Null for the link that makes the first administrator.
  @Nullable UUID accountId;

  byte[] tokenHash;
  Instant createdAt;
  Instant expiresAt;
  @Nullable Instant usedAt;

  /// What a link is for, and how long it is good.
  enum Kind {
    /// Makes the account of the first administrator.
    ADMINISTRATOR(Duration.ofDays(7)),
    /// Hands an account from a roster to its owner.
    CLAIM(Duration.ofDays(60)),
    /// Sets another password.
    RESET(Duration.ofDays(2));

    final Duration good;

    Kind(Duration good) {
      this.good = good;
    }
  }
}
