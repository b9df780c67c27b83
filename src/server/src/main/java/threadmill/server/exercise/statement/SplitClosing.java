package threadmill.server.exercise.statement;

import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import threadmill.server.exercise.complaint.Complaints;

/// Takes the section `## What you saw` off the end of a statement.
final class SplitClosing {
  private static final String TITLE = "What you saw";
  private static final int LEVEL = 2;

  private SplitClosing() {}

  /// The section as a document of its own, empty where there is none.
  static Node off(Node document, String file, Complaints complaints) {
    var closing = new Document();
    var node = document.getFirstChild();
    while (node != null && !isTitle(node)) {
      node = node.getNext();
    }
    while (node != null) {
      var next = node.getNext();
      closing.appendChild(node);
      if (next instanceof Heading heading && heading.getLevel() <= LEVEL) {
        complaints.add(
            file,
            Lines.of(heading),
            "comes after ## " + TITLE + ", which must be the last section");
      }
      node = next;
    }
    return closing;
  }

  private static boolean isTitle(@Nullable Node node) {
    return node instanceof Heading heading
        && heading.getLevel() == LEVEL
        && heading.getFirstChild() instanceof Text text
        && text.getNext() == null
        && text.getLiteral().strip().equalsIgnoreCase(TITLE);
  }
}
