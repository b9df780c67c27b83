package threadmill.server.exercise;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// An exercise as somebody works on it.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record ExercisePage(String theme, String page) implements TemplateInstance {
  static ExercisePage in(Theme theme) {
    return new ExercisePage(theme.word(), "exercise");
  }
}
