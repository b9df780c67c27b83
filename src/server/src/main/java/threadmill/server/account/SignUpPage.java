package threadmill.server.account;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Where somebody makes an account.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record SignUpPage(String theme, String page) implements TemplateInstance {
  static SignUpPage in(Theme theme) {
    return new SignUpPage(theme.word(), "sign-up");
  }
}
