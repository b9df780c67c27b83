package threadmill.server.exercise.statement;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;

/// Lets through the elements and attributes that a statement may have, and nothing else: the second
/// of two layers, should something get by the renderer.
final class Sanitize {
  /// What the ids of headings begin with; an author's words must not be ids of the page.
  static final String SECTION = "section-";

  /// What the ids of definitions begin with, before a number.
  static final String TERM = "term-";

  private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#-]{1,30}");
  private static final Pattern DEFINITION = Pattern.compile(TERM + "\\d{1,6}");
  private static final Pattern HEADING = Pattern.compile(SECTION + "[\\p{L}\\p{N}_-]{0,200}");
  private static final Pattern ALIGN = Pattern.compile("left|center|right");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private static final String[] HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"};

  private Sanitize() {}

  /// @param imageBase what addresses of pictures have to begin with
  static String html(String html, String imageBase) {
    return new HtmlPolicyBuilder()
        .allowElements(HEADINGS)
        .allowElements(
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "blockquote",
            "pre",
            "code",
            "ul",
            "ol",
            "li",
            "a",
            "img",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "button",
            "span")
        .allowUrlProtocols("http", "https")
        .requireRelsOnLinks("noopener")
        .allowAttributes("href", "title")
        .onElements("a")
        .allowAttributes("src")
        .matching(address -> address.startsWith(imageBase))
        .onElements("img")
        .allowAttributes("alt", "title")
        .onElements("img")
        .allowAttributes("id")
        .matching(HEADING)
        .onElements(HEADINGS)
        .allowAttributes("class")
        .matching(LANGUAGE)
        .onElements("code")
        .allowAttributes("start")
        .matching(NUMBER)
        .onElements("ol")
        .allowAttributes("align")
        .matching(ALIGN)
        .onElements("th", "td")
        .allowAttributes("type")
        .matching(false, "button")
        .onElements("button")
        .allowAttributes("aria-describedby")
        .matching(DEFINITION)
        .onElements("button")
        .allowAttributes("id")
        .matching(DEFINITION)
        .onElements("span")
        .allowAttributes("role")
        .matching(false, "tooltip")
        .onElements("span")
        .allowAttributes("class")
        .matching(false, "term")
        .onElements("button")
        .allowAttributes("class")
        .matching(false, "definition")
        .onElements("span")
        .toFactory()
        .sanitize(html);
  }
}
