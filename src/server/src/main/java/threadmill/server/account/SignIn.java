package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.problem.RequestRefused;

/// Lets somebody in, by password or because a link or sign-up already has.
@ApplicationScoped
class SignIn {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final AdoptGuest adopt;
  private final Throttle throttle;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      AdoptGuest adopt,
      Throttle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.adopt = adopt;
    this.throttle = throttle;
  }

  /// Somebody who is in, and the cookie that keeps them in.
  record Entered(Account account, NewCookie cookie) {}

  /// The browser that somebody uses.
  ///
  /// @param who whom it was known as before; a guest's runs come along
  /// @param address its network address
  record Browser(Who who, String address, @Nullable String agent) {}

  /// By password. The password is checked outside of any transaction, since that takes long.
  Entered byPassword(String login, String password, boolean remember, Browser browser) {
    throttle.check(login, browser.address());
    var known = find(login);
    if (!passwords.matches(password, known == null ? null : known.passwordHash)) {
      throttle.failed(login, browser.address());
      throw RequestRefused.with(
          401,
          "Login and password do not belong together. Staff can make a link that sets another.");
    }
    return enter(java.util.Objects.requireNonNull(known), remember, browser);
  }

  @Transactional
  @Nullable Account find(String login) {
    return accounts.byLogin(login).filter(it -> it.closedAt == null).orElse(null);
  }

  /// Opens a session for somebody whose right to it is known.
  @Transactional
  Entered enter(Account account, boolean remember, Browser browser) {
    if (browser.who() instanceof Who.Guest guest) {
      adopt.adopt(guest.id(), account.id);
    }
    return new Entered(account, sessions.open(account.id, remember, browser.agent()));
  }
}
