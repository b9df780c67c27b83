package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// One experiment: its progress, then what was found.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record ExperimentPage(String theme, String page) implements TemplateInstance {
  static ExperimentPage in(Theme theme) {
    return new ExperimentPage(theme.word(), "experiment");
  }
}
