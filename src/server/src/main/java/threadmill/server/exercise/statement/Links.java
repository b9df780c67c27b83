package threadmill.server.exercise.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import threadmill.server.exercise.complaint.Complaints;

/// Renders links, words of the glossary and pictures; what leads nowhere good becomes its text.
///
/// A word of the glossary is a button, which the keyboard reaches, described by the element behind
/// it, which style sheets show while it is pointed at or has the focus. No script takes part.
final class Links {
  private static final String TERM = "term:";
  private static final String IMAGES = "images/";

  /// `http`, `https`, or relative: no colon before the path. No host in a relative one.
  private static final Pattern ADDRESS =
      Pattern.compile("(?i:https?://[^\\p{Cntrl}\\s]+)|(?!//)[^:\\\\\\p{Cntrl}\\s]+");

  private final String file;
  private final Glossary glossary;
  private final Set<String> images;
  private final String imageBase;
  private final Complaints complaints;
  private int terms;

  Links(
      String file, Glossary glossary, Set<String> images, String imageBase, Complaints complaints) {
    this.file = file;
    this.glossary = glossary;
    this.images = images;
    this.imageBase = imageBase;
    this.complaints = complaints;
  }

  NodeRenderer in(HtmlNodeRendererContext context) {
    return new NodeRenderer() {
      @Override
      public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class, Image.class);
      }

      @Override
      public void render(Node node) {
        switch (node) {
          case Link link when link.getDestination().startsWith(TERM) -> term(link, context);
          case Link link -> link(link, context);
          case Image image -> image(image, context);
          default -> throw new IllegalArgumentException(node.toString());
        }
      }
    };
  }

  private void term(Link link, HtmlNodeRendererContext context) {
    var key = link.getDestination().substring(TERM.length());
    var term = glossary.term(key).orElse(null);
    if (term == null) {
      complain(link, "the glossary has no " + Complaints.quote(key) + "; add it, or link another");
      children(link, context);
      return;
    }
    var id = Sanitize.TERM + ++terms;
    var html = context.getWriter();
    html.tag("button", attributes("type", "button", "class", "term", "aria-describedby", id));
    children(link, context);
    html.tag("/button");
    html.tag("span", attributes("class", "definition", "role", "tooltip", "id", id));
    html.text(term.definition());
    html.tag("/span");
  }

  private void link(Link link, HtmlNodeRendererContext context) {
    var address = link.getDestination();
    if (!ADDRESS.matcher(address).matches()) {
      complain(
          link,
          "links must begin with https:// or http://, or be relative, not "
              + Complaints.quote(address));
      children(link, context);
      return;
    }
    var attributes = attributes("href", context.encodeUrl(address));
    if (link.getTitle() != null) {
      attributes.put("title", link.getTitle());
    }
    context.getWriter().tag("a", attributes);
    children(link, context);
    context.getWriter().tag("/a");
  }

  private void image(Image image, HtmlNodeRendererContext context) {
    var address = image.getDestination();
    var name = address.startsWith(IMAGES) ? address.substring(IMAGES.length()) : "";
    var words = words(image);
    if (words.isEmpty()) {
      complain(image, "say in the brackets what the picture shows: ![two threads](images/…)");
    }
    if (!images.contains(name)) {
      complain(
          image,
          name.isEmpty()
              ? "pictures come from images/, not from " + Complaints.quote(address)
              : "images/ has no " + Complaints.quote(name) + "; add it, or name another");
      context.getWriter().text(words);
      return;
    }
    var attributes = attributes("src", context.encodeUrl(imageBase + name), "alt", words);
    if (image.getTitle() != null) {
      attributes.put("title", image.getTitle());
    }
    context.getWriter().tag("img", attributes, true);
  }

  private void complain(Node node, String message) {
    complaints.add(file, Lines.of(node), message);
  }

  /// The text of an image's brackets.
  private static String words(Node node) {
    var words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak softLineBreak) {
            words.append(' ');
          }
        });
    return words.toString().strip();
  }

  private static void children(Node node, HtmlNodeRendererContext context) {
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }

  private static Map<String, String> attributes(String... pairs) {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      attributes.put(pairs[i], pairs[i + 1]);
    }
    return attributes;
  }
}
