package threadmill.server.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.web.Secret;

/// One-time links. The secret stands behind the `#` of the address, so that it reaches no log,
/// proxy or other site; the page sends it in a request's body.
@ApplicationScoped
public class OneTimeLinks implements PanacheRepositoryBase<OneTimeLink, UUID> {
  static final String PAGE = "/link#";

  private final InstantSource clock;

  OneTimeLinks(InstantSource clock) {
    this.clock = clock;
  }

  /// Makes a link that hands an account to its owner; earlier ones end.
  ///
  /// @return its path
  @Transactional(Transactional.TxType.MANDATORY)
  public String claim(UUID account) {
    return make(OneTimeLink.Kind.CLAIM, account);
  }

  /// Makes a link, its path the result; earlier ones of the same account end.
  @Transactional(Transactional.TxType.MANDATORY)
  String make(OneTimeLink.Kind kind, @Nullable UUID account) {
    endOf(account);
    var secret = Secret.make();
    var link = new OneTimeLink();
    link.id = UUID.randomUUID();
    link.kind = kind;
    link.accountId = account;
    link.tokenHash = secret.hash();
    link.createdAt = clock.instant();
    link.expiresAt = link.createdAt.plus(kind.good);
    persist(link);
    return PAGE + secret.text();
  }

  /// The link that a secret is, its row locked, if it is still good.
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<OneTimeLink> good(String secret) {
    return find("tokenHash", (Object) new Secret(secret).hash())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .filter(it -> it.usedAt == null && it.expiresAt.isAfter(clock.instant()));
  }

  /// Ends whatever links lead to an account.
  void endOf(@Nullable UUID account) {
    if (account == null) {
      delete("accountId is null and usedAt is null");
    } else {
      delete("accountId = ?1 and usedAt is null", account);
    }
  }
}
