package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People whom tests put straight into the database, since all test classes share one server: its
/// own link for the first administrator is there once at most.
@ApplicationScoped
public class SeededPeople {
  public static final String PASSWORD = "a horse that stacks batteries";

  private final Accounts accounts;
  private final OpenAccount open;
  private final OneTimeLinks links;
  private final Passwords passwords;

  SeededPeople(Accounts accounts, OpenAccount open, OneTimeLinks links, Passwords passwords) {
    this.accounts = accounts;
    this.open = open;
    this.links = links;
    this.passwords = passwords;
  }

  /// A login that nobody has.
  public static String login(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /// Somebody who can sign in.
  @Transactional
  public void somebody(String login, String name) {
    account(login, name).passwordHash = passwords.hash(PASSWORD);
  }

  /// A site administrator.
  @Transactional
  public void administrator(String login, String name) {
    somebody(login, name);
    byLogin(login).siteAdmin = true;
  }

  /// The path of a link that makes an administrator, whether there is one or not.
  @Transactional
  public String administratorLink() {
    return links.make(OneTimeLink.Kind.ADMINISTRATOR, null);
  }

  /// Leaves the site to the administrators that it had.
  @Transactional
  public void stepDown(@Nullable String login) {
    if (login != null) {
      accounts.byLogin(login).ifPresent(it -> it.siteAdmin = false);
    }
  }

  private Account account(String login, String name) {
    return open.open(login, name, null);
  }

  private Account byLogin(String login) {
    return accounts.byLogin(login).orElseThrow();
  }
}
