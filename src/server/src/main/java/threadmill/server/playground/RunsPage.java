package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// The visitor's own recent runs.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record RunsPage(String theme, String page) implements TemplateInstance {
  static RunsPage in(Theme theme) {
    return new RunsPage(theme.word(), "runs");
  }
}
