package threadmill.server.exercise;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Where the exercises of a course are imported, checked and published.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record AuthoringPage(String theme, String page) implements TemplateInstance {
  static AuthoringPage in(Theme theme) {
    return new AuthoringPage(theme.word(), "authoring");
  }
}
