package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.Body;

/// Makes an account for somebody who chooses its login and password.
@ApplicationScoped
class SignUp {
  private final OpenAccount open;
  private final Passwords passwords;
  private final SignIn signIn;

  SignUp(OpenAccount open, Passwords passwords, SignIn signIn) {
    this.open = open;
    this.passwords = passwords;
    this.signIn = signIn;
  }

  /// What somebody chose.
  record Chosen(
      @Nullable String login,
      @Nullable String name,
      @Nullable String email,
      @Nullable String password) {}

  /// Makes the account and signs it in. The hash is made before the transaction, since that takes
  /// long.
  ///
  /// @param also what has to happen with the new account in the same transaction
  SignIn.Entered signUp(Chosen chosen, SignIn.Browser browser, Consumer<Account> also) {
    var login = Names.login("login", chosen.login());
    var name = Names.name("name", chosen.name());
    var email = Names.email("email", chosen.email());
    var password = Body.required("password", chosen.password());
    Passwords.require("password", password, login);
    return make(login, name, email, passwords.hash(password), browser, also);
  }

  @Transactional
  SignIn.Entered make(
      String login,
      String name,
      @Nullable String email,
      String hash,
      SignIn.Browser browser,
      Consumer<Account> also) {
    var account = open.open(login, name, email);
    account.passwordHash = hash;
    also.accept(account);
    return signIn.enter(account, false, browser);
  }
}
