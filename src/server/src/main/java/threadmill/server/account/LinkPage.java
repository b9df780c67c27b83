package threadmill.server.account;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Where a one-time link leads to; its secret stays in the browser until a script sends it.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record LinkPage(String theme, String page) implements TemplateInstance {
  static LinkPage in(Theme theme) {
    return new LinkPage(theme.word(), "link");
  }
}
