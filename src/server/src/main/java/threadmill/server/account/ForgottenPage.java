package threadmill.server.account;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Where somebody who forgot a password asks for a mail.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record ForgottenPage(String theme, String page) implements TemplateInstance {
  static ForgottenPage in(Theme theme) {
    return new ForgottenPage(theme.word(), "forgotten");
  }
}
