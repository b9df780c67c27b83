package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.RequestRefused;

/// Makes accounts.
@ApplicationScoped
public class OpenAccount {
  private final Accounts accounts;
  private final InstantSource clock;

  OpenAccount(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /// Makes an account without a password, which its owner sets by a link or in signing up.
  ///
  /// @param login as [Names#login] gives it
  /// @param name as [Names#name] gives it
  @Transactional(Transactional.TxType.MANDATORY)
  public Account open(String login, String name, @Nullable String email) {
    if (accounts.byLogin(login).isPresent()) {
      throw RequestRefused.field("login", "is taken; sign in, or choose another");
    }
    var account = new Account();
    account.id = UUID.randomUUID();
    account.login = login;
    account.name = name;
    account.email = email;
    account.createdAt = clock.instant();
    accounts.persist(account);
    accounts.flush();
    return account;
  }
}
