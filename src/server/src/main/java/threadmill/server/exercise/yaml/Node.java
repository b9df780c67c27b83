package threadmill.server.exercise.yaml;

import java.util.List;
import java.util.Map;

/// A piece of a YAML file.
sealed interface Node {
  /// Where it begins, from 1.
  int line();

  /// A word or text.
  ///
  /// @param plain whether it stands without quotes
  record Scalar(int line, String text, boolean plain) implements Node {
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /// A list.
  record Sequence(int line, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Keys with values.
  ///
  /// @param entries in the file's order
  record Mapping(int line, Map<String, Entry> entries) implements Node {}

  /// A value, and where its key stands.
  ///
  /// @param line of the key
  record Entry(int line, Node value) {}
}
