package threadmill.runner.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import threadmill.runner.judge.Grading.Comparison;

/// Compares what a program printed with a text; spaces at line ends and empty lines at the end
/// never count.
final class CompareOutput {
  /// What is shown of a line or an output, in characters.
  private static final int LONGEST = 500;

  private CompareOutput() {}

  /// The first difference.
  ///
  /// @param where a sentence
  record Difference(String expected, String got, String where) {}

  /// Compares.
  ///
  /// @param comparison any but [Comparison#REGEX]
  static Optional<Difference> by(Comparison comparison, String expected, String got) {
    return switch (comparison) {
      case LINES -> lines(lines(expected), lines(got));
      case UNORDERED_LINES -> unordered(lines(expected), lines(got));
      case TOKENS -> tokens(tokens(expected), tokens(got));
      case REGEX -> throw new IllegalArgumentException("the grader matches expressions");
    };
  }

  /// A text as it is compared.
  static String normal(String text) {
    return String.join("\n", lines(text));
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<>(text.lines().map(String::stripTrailing).toList());
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  private static List<String> tokens(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+", -1));
  }

  private static Optional<Difference> lines(List<String> expected, List<String> got) {
    return first(expected, got)
        .map(at -> difference(expected, got, at, "Line %,d differs.".formatted(at + 1)));
  }

  private static Optional<Difference> tokens(List<String> expected, List<String> got) {
    return first(expected, got)
        .map(at -> difference(expected, got, at, "Word %,d differs.".formatted(at + 1)));
  }

  private static Optional<Integer> first(List<String> expected, List<String> got) {
    int shared = Math.min(expected.size(), got.size());
    for (int i = 0; i < shared; i++) {
      if (!expected.get(i).equals(got.get(i))) {
        return Optional.of(i);
      }
    }
    return expected.size() == got.size() ? Optional.empty() : Optional.of(shared);
  }

  private static Difference difference(
      List<String> expected, List<String> got, int at, String where) {
    return new Difference(part(expected, at), part(got, at), where);
  }

  private static String part(List<String> parts, int at) {
    return at < parts.size() ? shortened(parts.get(at)) : "(the end)";
  }

  private static Optional<Difference> unordered(List<String> expected, List<String> got) {
    Map<String, Integer> missing = new HashMap<>();
    expected.forEach(line -> missing.merge(line, 1, Integer::sum));
    got.forEach(line -> missing.merge(line, -1, Integer::sum));
    var lacking = expected.stream().filter(line -> missing.getOrDefault(line, 0) > 0).findFirst();
    var extra = got.stream().filter(line -> missing.getOrDefault(line, 0) < 0).findFirst();
    if (lacking.isEmpty() && extra.isEmpty()) {
      return Optional.empty();
    }
    var where =
        lacking.isEmpty()
            ? "A line should not be there, or not so often."
            : "A line is missing, or not there often enough.";
    return Optional.of(
        new Difference(
            lacking.map(CompareOutput::shortened).orElse(""),
            extra.map(CompareOutput::shortened).orElse(""),
            where));
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
