package threadmill.server.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import threadmill.server.audit.Audit;
import threadmill.server.problem.Body;
import threadmill.server.problem.RequestRefused;

/// Looks at one-time links and uses them.
@ApplicationScoped
class UseLink {
  private final OneTimeLinks links;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignUp signUp;
  private final SignIn signIn;
  private final Throttle throttle;
  private final Audit audit;
  private final InstantSource clock;

  UseLink(
      OneTimeLinks links,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      SignUp signUp,
      SignIn signIn,
      Throttle throttle,
      Audit audit,
      InstantSource clock) {
    this.links = links;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.signUp = signUp;
    this.signIn = signIn;
    this.throttle = throttle;
    this.audit = audit;
    this.clock = clock;
  }

  /// What a link is for.
  ///
  /// @param kind `ADMINISTRATOR`, `CLAIM` or `RESET`
  /// @param login absent where the link makes an account, as is name
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LinkView(
      OneTimeLink.Kind kind, @Nullable String login, @Nullable String name, Instant expiresAt) {}

  @Transactional
  LinkView look(String secret, String address) {
    var link = good(secret, address);
    var account = link.accountId == null ? null : accounts.findById(link.accountId);
    return new LinkView(
        link.kind,
        account == null ? null : account.login,
        account == null ? null : account.name,
        link.expiresAt);
  }

  /// Sets a password by a link, or makes the first administrator, and signs in.
  SignIn.Entered use(String secret, SignUp.Chosen chosen, SignIn.Browser browser) {
    var link = look(secret, browser.address());
    if (link.kind() == OneTimeLink.Kind.ADMINISTRATOR) {
      return signUp.signUp(
          chosen,
          browser,
          account -> {
            spend(secret, browser.address());
            account.siteAdmin = true;
            account.mayCreateCourses = true;
            audit.wrote(null, "server", "first administrator", account.login);
          });
    }
    var password = Body.required("password", chosen.password());
    Passwords.require("password", password, link.login() == null ? "" : link.login());
    return set(secret, passwords.hash(password), browser);
  }

  @Transactional
  SignIn.Entered set(String secret, String hash, SignIn.Browser browser) {
    var account = accounts.findById(spend(secret, browser.address()).accountId);
    account.passwordHash = hash;
    // Whoever knew the old password, or had stolen a session, is out.
    sessions.end(account.id, null);
    return signIn.enter(account, false, browser);
  }

  /// Two who use a link at once wait for each other here, and the second finds it used.
  private OneTimeLink spend(String secret, String address) {
    var link = good(secret, address);
    link.usedAt = clock.instant();
    return link;
  }

  private OneTimeLink good(String secret, String address) {
    throttle.checkAddress(address);
    var link = links.good(secret);
    if (link.isEmpty()) {
      throttle.failedAt(address);
      throw RequestRefused.with(
          404,
          "This link was used before, has expired, or was cut off when it was copied. Whoever gave it to you can make another.");
    }
    return link.get();
  }
}
