package threadmill.server.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that somebody with power did.
@Entity
@Table(name = "audit")
@SuppressWarnings("NullAway.Init") // Hibernate or Audit fills it.
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  Instant at;

  /// Null for the server itself.
  @Nullable UUID actorId;

  /// The actor's login then.
  String actor;

  String action;
  String subject;
}
