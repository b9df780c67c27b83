package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// The visitor's own experiments.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record ExperimentsPage(String theme, String page) implements TemplateInstance {
  static ExperimentsPage in(Theme theme) {
    return new ExperimentsPage(theme.word(), "experiments");
  }
}
