package threadmill.server.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Scope;

/// What a program shows in place of a password; it does what its scopes say and no more.
@Entity
@Table(name = "api_tokens")
@SuppressWarnings("NullAway.Init") // Hibernate or TokenResource fills it.
class ApiToken {
  @Id UUID id;
  UUID accountId;
  byte[] tokenHash;

  /// What its owner calls it.
  String name;

  @JdbcTypeCode(SqlTypes.JSON)
  Set<Scope> scopes;

  Instant createdAt;
  @Nullable Instant expiresAt;

  /// To five minutes; null before the first use.
  @Nullable Instant lastUsedAt;
}
