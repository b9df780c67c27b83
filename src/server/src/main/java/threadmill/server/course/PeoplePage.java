package threadmill.server.course;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// The people of a course.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record PeoplePage(String theme, String page) implements TemplateInstance {
  static PeoplePage in(Theme theme) {
    return new PeoplePage(theme.word(), "people");
  }
}
