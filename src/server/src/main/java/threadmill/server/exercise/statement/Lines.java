package threadmill.server.exercise.statement;

import org.commonmark.node.Node;

/// Where things stand in a statement.
final class Lines {
  private Lines() {}

  /// The line that a node begins in, or what it is in, from 1.
  static int of(Node node) {
    for (var at = node; at != null; at = at.getParent()) {
      if (!at.getSourceSpans().isEmpty()) {
        return at.getSourceSpans().getFirst().getLineIndex() + 1;
      }
    }
    return 1;
  }
}
