package threadmill.server.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log of what administrators and staff did to others; written in the transaction of the deed.
@ApplicationScoped
public class Audit implements PanacheRepository<AuditEntry> {
  private final InstantSource clock;

  Audit(InstantSource clock) {
    this.clock = clock;
  }

  /// Writes an entry.
  ///
  /// @param actor null for the server itself
  @Transactional(Transactional.TxType.MANDATORY)
  public void wrote(@Nullable UUID actor, String login, String action, String subject) {
    var entry = new AuditEntry();
    entry.at = clock.instant();
    entry.actorId = actor;
    entry.actor = login;
    entry.action = action;
    entry.subject = subject;
    persist(entry);
  }

  /// The newest entries, newest first.
  @Transactional
  public List<AuditView> newest(int most) {
    return find("order by id desc").page(0, most).stream()
        .map(it -> new AuditView(it.at, it.actor, it.action, it.subject))
        .toList();
  }
}
