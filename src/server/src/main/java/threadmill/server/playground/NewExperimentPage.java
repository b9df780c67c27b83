package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// The form that asks for an experiment.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record NewExperimentPage(String theme, String page) implements TemplateInstance {
  static NewExperimentPage in(Theme theme) {
    return new NewExperimentPage(theme.word(), "new-experiment");
  }
}
