package threadmill.server.exercise.statement;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import threadmill.server.exercise.complaint.Complaint;
import threadmill.server.exercise.complaint.Complaints;

/// Makes HTML of a statement: CommonMark with tables, pictures of the exercise and words of the
/// glossary. HTML in it is shown as the text that it is, so that `List<String>` is, too.
///
/// Two layers keep it safe. The renderer writes elements of its own only; then [Sanitize] lets
/// through only what it may have written.
public final class RenderStatement {
  private static final int MOST_DEPTH = 50;

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          HeadingAnchorExtension.builder().idPrefix(Sanitize.SECTION).build());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MOST_DEPTH)
          .build();

  private RenderStatement() {}

  /// A statement, and what its author should change; it can be shown all the same.
  public record Rendered(Statement statement, List<Complaint> complaints) {
    public Rendered {
      complaints = List.copyOf(complaints);
    }
  }

  /// Renders a statement whole, even where some of it has to change.
  ///
  /// @param file what complaints call it
  /// @param images names of the files in `images/`
  /// @param imageBase what takes the place of `images/` in addresses, with a slash at its end
  public static Rendered render(
      String file, String markdown, Glossary glossary, Set<String> images, String imageBase) {
    var complaints = new Complaints();
    try {
      var document = PARSER.parse(markdown);
      var closing = SplitClosing.off(document, file, complaints);
      var links = new Links(file, glossary, images, imageBase, complaints);
      var renderer =
          HtmlRenderer.builder()
              .extensions(EXTENSIONS)
              .escapeHtml(true)
              .percentEncodeUrls(true)
              .nodeRendererFactory(links::in)
              .build();
      var statement =
          new Statement(html(renderer, document, imageBase), html(renderer, closing, imageBase));
      return new Rendered(statement, complaints.list());
    } catch (StackOverflowError e) {
      // Parser and renderer go down into emphasis within emphasis, as deep as somebody wrote it.
      complaints.add(file, "is nested too deeply; make it simpler");
      return new Rendered(new Statement("", ""), complaints.list());
    }
  }

  private static String html(HtmlRenderer renderer, Node node, String imageBase) {
    return Sanitize.html(renderer.render(node), imageBase);
  }
}
