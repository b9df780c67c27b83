package threadmill.server.account;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import threadmill.server.web.PublicAddress;

/// Sends links by mail where the operator has set `quarkus.mailer.host` and `quarkus.mailer.from`,
/// and where `--public-url` says what address a mail can name.
@ApplicationScoped
class SendMail {
  private final Mailer mailer;
  private final PublicAddress address;
  private final boolean configured;

  SendMail(
      Mailer mailer,
      PublicAddress address,
      @ConfigProperty(name = "quarkus.mailer.host") Optional<String> host,
      @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
    this.mailer = mailer;
    this.address = address;
    this.configured = host.isPresent() && from.isPresent();
  }

  /// Whether this server sends mail.
  boolean possible() {
    return configured && address.configured().isPresent();
  }

  /// A failure goes to the log alone: who asked must not learn whether there was somebody to write
  /// to.
  void reset(String to, String name, String path) {
    var link = address.configured().orElseThrow().resolve(path);
    var text =
        """
        Hello %s,

        somebody, probably you, asked for another password at Threadmill. This link sets it, once,
        within two days:

        %s

        If it was not you, nothing needs to be done.
        """
            .formatted(name, link);
    try {
      mailer.send(Mail.withText(to, "Another password for Threadmill", text));
    } catch (RuntimeException failed) {
      Log.errorf(
          failed, "A mail with a link for another password was not sent; staff can make one");
    }
  }
}
