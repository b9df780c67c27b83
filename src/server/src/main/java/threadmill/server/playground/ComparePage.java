package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// Two runs or cells side by side, or what there is to choose from.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record ComparePage(String theme, String page) implements TemplateInstance {
  static ComparePage in(Theme theme) {
    return new ComparePage(theme.word(), "compare");
  }
}
