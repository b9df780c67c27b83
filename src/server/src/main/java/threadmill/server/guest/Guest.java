package threadmill.server.guest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A browser that started runs without an account.
@Entity
@Table(name = "guests")
@SuppressWarnings("NullAway.Init") // Hibernate or Guests fills it.
class Guest {
  @Id UUID id;

  /// SHA-256 of the cookie's value.
  byte[] tokenHash;

  Instant createdAt;
}
