package threadmill.server.account;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Where somebody signs in.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record SignInPage(String theme, String page) implements TemplateInstance {
  static SignInPage in(Theme theme) {
    return new SignInPage(theme.word(), "sign-in");
  }
}
