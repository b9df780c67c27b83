package threadmill.server.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.web.PublicAddress;
import threadmill.server.web.SameOrigin;
import threadmill.server.web.Secret;

/// Browsers that signed in.
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {
  static final String COOKIE = SameOrigin.SESSION_COOKIE;

  private static final Duration SEEN = Duration.ofMinutes(5);
  private static final int AGENT_LENGTH = 200;

  private final PublicAddress address;
  private final InstantSource clock;

  Sessions(PublicAddress address, InstantSource clock) {
    this.address = address;
    this.clock = clock;
  }

  /// Signs a browser in.
  ///
  /// @return the cookie that it has to keep
  @Transactional
  NewCookie open(UUID account, boolean remembered, @Nullable String agent) {
    var secret = Secret.make();
    var session = new Session();
    session.id = UUID.randomUUID();
    session.accountId = account;
    session.tokenHash = secret.hash();
    session.remembered = remembered;
    session.agent = agent == null ? "" : agent.substring(0, Math.min(AGENT_LENGTH, agent.length()));
    session.createdAt = clock.instant();
    session.lastSeenAt = session.createdAt;
    persist(session);
    return address.cookie(
        COOKIE, secret.text(), remembered ? (int) Session.REMEMBERED.toSeconds() : -1);
  }

  /// The session that a cookie stands for, if it has not ended.
  @Transactional
  Optional<Session> byCookie(String value) {
    Optional<Session> found =
        find("tokenHash", (Object) new Secret(value).hash()).firstResultOptional();
    var now = clock.instant();
    if (found.isPresent() && found.get().ended(now)) {
      delete(found.get());
      return Optional.empty();
    }
    found.filter(it -> it.lastSeenAt.plus(SEEN).isBefore(now)).ifPresent(it -> it.lastSeenAt = now);
    return found;
  }

  List<Session> ofAccount(UUID account) {
    return list("accountId = ?1 order by lastSeenAt desc", account);
  }

  /// Signs an account out everywhere, except perhaps here.
  void end(UUID account, @Nullable UUID except) {
    delete("accountId = ?1 and (?2 is null or id <> ?2)", account, except);
  }

  /// Takes the cookie out of a browser.
  NewCookie forget() {
    return address.cookie(COOKIE, "", 0);
  }

  /// Removes what ended by itself.
  @Transactional
  long sweep() {
    Instant now = clock.instant();
    return delete(
        "(remembered and lastSeenAt < ?1) or (not remembered and lastSeenAt < ?2)",
        now.minus(Session.REMEMBERED),
        now.minus(Session.BRIEF));
  }
}
