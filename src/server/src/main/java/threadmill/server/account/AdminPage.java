package threadmill.server.account;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// What site administrators do with accounts.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record AdminPage(String theme, String page) implements TemplateInstance {
  static AdminPage in(Theme theme) {
    return new AdminPage(theme.word(), "admin");
  }
}
