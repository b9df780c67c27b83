package threadmill.server.course;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Where a course's join link leads to.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record JoinPage(String theme, String page) implements TemplateInstance {
  static JoinPage in(Theme theme) {
    return new JoinPage(theme.word(), "join-course");
  }
}
