package threadmill.server.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.web.Secret;

/// API tokens. Their text begins with `tm_`, so that scanners for leaked secrets can find them.
@ApplicationScoped
class ApiTokens implements PanacheRepositoryBase<ApiToken, UUID> {
  static final String PREFIX = "tm_";

  private static final Duration USED = Duration.ofMinutes(5);

  private final InstantSource clock;

  ApiTokens(InstantSource clock) {
    this.clock = clock;
  }

  /// The token that a text is, if it has not expired.
  @Transactional
  Optional<ApiToken> byText(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var now = clock.instant();
    var secret = new Secret(text.substring(PREFIX.length()));
    Optional<ApiToken> found = find("tokenHash", (Object) secret.hash()).firstResultOptional();
    found = found.filter(it -> it.expiresAt == null || it.expiresAt.isAfter(now));
    found
        .filter(it -> it.lastUsedAt == null || it.lastUsedAt.plus(USED).isBefore(now))
        .ifPresent(it -> it.lastUsedAt = now);
    return found;
  }

  List<ApiToken> ofAccount(UUID account) {
    return list("accountId = ?1 order by createdAt desc", account);
  }
}
