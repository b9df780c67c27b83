package threadmill.server.course;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// A course.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record CoursePage(String theme, String page) implements TemplateInstance {
  static CoursePage in(Theme theme) {
    return new CoursePage(theme.word(), "course");
  }
}
