package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.problem.RequestRefused;

/// What somebody changes of their own account.
@ApplicationScoped
class ChangeAccount {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Throttle throttle;

  ChangeAccount(Accounts accounts, Passwords passwords, Sessions sessions, Throttle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  /// What is shown of somebody. Null leaves a field as it is; a blank nickname or address removes
  /// it.
  record Shown(@Nullable String name, @Nullable String nickname, @Nullable String email) {}

  @Transactional
  Account show(Who.Member who, Shown shown) {
    var account = accounts.findById(who.account());
    if (shown.name() != null) {
      account.name = Names.name("name", shown.name());
    }
    if (shown.nickname() != null) {
      var nickname = Names.nickname("nickname", shown.nickname());
      if (nickname != null && accounts.nicknameTaken(nickname, account.id)) {
        throw RequestRefused.field("nickname", "is taken; choose another");
      }
      account.nickname = nickname;
    }
    if (shown.email() != null) {
      account.email = Names.email("email", shown.email());
    }
    return account;
  }

  /// Sets another password; everybody else who is signed in to this account is out.
  void password(Who.Member who, String current, String next, String address) {
    var account = confirmed(who, "current", current, address);
    Passwords.require("password", next, account.login);
    store(who, passwords.hash(next));
  }

  /// The account, of somebody who still knows its password.
  Account confirmed(Who.Member who, String field, String password, String address) {
    var account = read(who);
    throttle.check(account.login, address);
    if (!passwords.matches(password, account.passwordHash)) {
      throttle.failed(account.login, address);
      throw RequestRefused.field(field, "is not your password");
    }
    return account;
  }

  @Transactional
  Account read(Who.Member who) {
    return accounts.findById(who.account());
  }

  @Transactional
  void store(Who.Member who, String hash) {
    accounts.findById(who.account()).passwordHash = hash;
    sessions.end(
        who.account(), who.credential() instanceof Who.Credential.Session(var id) ? id : null);
  }
}
