package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import threadmill.server.Person;

/// Makes accounts for tests, which share one server and so never know who is there already.
@ApplicationScoped
public class People {
  /// Everybody's.
  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final OpenAccount open;
  private final OneTimeLinks links;
  private final Accounts accounts;
  private final String hash;

  People(OpenAccount open, OneTimeLinks links, Accounts accounts, Passwords passwords) {
    this.open = open;
    this.links = links;
    this.accounts = accounts;
    this.hash = passwords.hash(PASSWORD);
  }

  /// Somebody whom nobody has met, signed in.
  public Person somebody() {
    return signedIn(_ -> {});
  }

  /// A site administrator, signed in.
  public Person admin() {
    return signedIn(it -> it.siteAdmin = true);
  }

  /// Somebody who may create courses, signed in.
  public Person creator() {
    return signedIn(it -> it.mayCreateCourses = true);
  }

  private Person signedIn(Consumer<Account> change) {
    var account = make(change);
    return Person.signsIn(account.login, PASSWORD, account.id);
  }

  @Transactional
  Account make(Consumer<Account> change) {
    int number = NUMBERS.incrementAndGet();
    var account = somebody("person" + number + "@example.org", "Person " + number);
    change.accept(account);
    return account;
  }

  /// A login that nobody has.
  public static String login(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /// Somebody of a name, who can sign in.
  @Transactional
  public Account somebody(String login, String name) {
    var account = open.open(login, name, null);
    account.passwordHash = hash;
    return account;
  }

  /// A site administrator of a name.
  @Transactional
  public void administrator(String login, String name) {
    somebody(login, name).siteAdmin = true;
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

  /// Ends the standing of every administrator, as on a server that is new.
  @Transactional
  void noAdmins() {
    accounts.update("siteAdmin = false where siteAdmin");
  }

  /// The secret of a link.
  @Transactional
  String link(OneTimeLink.Kind kind, UUID account) {
    return links.make(kind, account).substring(OneTimeLinks.PAGE.length());
  }
}
