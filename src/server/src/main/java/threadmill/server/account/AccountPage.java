package threadmill.server.account;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// One's own account.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record AccountPage(String theme, String page) implements TemplateInstance {
  static AccountPage in(Theme theme) {
    return new AccountPage(theme.word(), "account");
  }
}
