package threadmill.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import threadmill.server.problem.RequestRefused;

/// Sends who forgot a password a link by mail.
@ApplicationScoped
class RequestReset {
  private final Accounts accounts;
  private final OneTimeLinks links;
  private final SendMail mail;
  private final Throttle throttle;

  RequestReset(Accounts accounts, OneTimeLinks links, SendMail mail, Throttle throttle) {
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.throttle = throttle;
  }

  /// Answers the same whether there is such an account or not. Each mail counts as a failed try, so
  /// that nobody's mailbox is filled.
  void ask(String login, String address) {
    if (!mail.possible()) {
      throw RequestRefused.with(
          409, "This server sends no mail; your course's staff can make a link for you.");
    }
    throttle.check(login, address);
    throttle.failed(login, address);
    // Sent on its own thread: how long it takes would tell whether there is somebody to write to.
    Thread.ofVirtual().name("reset-mail").start(() -> prepared(login).ifPresent(this::send));
  }

  record Letter(String to, String name, String path) {}

  @Transactional
  Optional<Letter> prepared(String login) {
    return accounts
        .byLogin(login)
        .filter(it -> it.closedAt == null && it.email != null)
        .map(it ->
            new Letter(
                java.util.Objects.requireNonNull(it.email),
                it.name,
                links.make(OneTimeLink.Kind.RESET, it.id)));
  }

  private void send(Letter letter) {
    mail.reset(letter.to(), letter.name(), letter.path());
  }
}
