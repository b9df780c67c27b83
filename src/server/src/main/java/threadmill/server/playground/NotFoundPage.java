package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// What stands at an address where nothing is.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record NotFoundPage(String theme, String page) implements TemplateInstance {
  static NotFoundPage in(Theme theme) {
    return new NotFoundPage(theme.word(), "missing");
  }
}
