package threadmill.server.playground;

import io.quarkus.qute.TemplateInstance;
import threadmill.server.web.Theme;

/// The playground: source on the left, result on the right. What it opens with, a run or the
/// visitor's own draft, its scripts read from the address.
///
/// @param theme [Theme#word()]
/// @param page which page this is, for its scripts and styles
record PlaygroundPage(String theme, String page) implements TemplateInstance {
  static PlaygroundPage in(Theme theme) {
    return new PlaygroundPage(theme.word(), "playground");
  }
}
