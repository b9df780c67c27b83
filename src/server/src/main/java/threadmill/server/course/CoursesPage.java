package threadmill.server.course;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// The courses that somebody is in, and the ways into more.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record CoursesPage(String theme, String page) implements TemplateInstance {
  static CoursesPage in(Theme theme) {
    return new CoursesPage(theme.word(), "courses");
  }
}
