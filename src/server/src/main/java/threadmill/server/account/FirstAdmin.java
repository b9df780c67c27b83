package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// How a site gets its first administrator: by a link on the console, since whoever reads that runs
/// the server. There is no default password anywhere.
@ApplicationScoped
public class FirstAdmin {
  private final Accounts accounts;
  private final OneTimeLinks links;

  FirstAdmin(Accounts accounts, OneTimeLinks links) {
    this.accounts = accounts;
    this.links = links;
  }

  /// The path of a link that makes the first administrator; empty once there is one. Each start
  /// makes another, and earlier ones end.
  @Transactional
  public Optional<String> link() {
    if (accounts.anyAdmin()) {
      links.endOf(null);
      return Optional.empty();
    }
    return Optional.of(links.make(OneTimeLink.Kind.ADMINISTRATOR, null));
  }
}
