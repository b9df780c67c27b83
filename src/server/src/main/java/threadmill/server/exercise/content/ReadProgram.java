package threadmill.server.exercise.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import threadmill.runner.judge.Grading.Comparison;
import threadmill.runner.judge.Grading.Expectation;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads what the program's `main` is given and what it should print.
final class ReadProgram {
  private static final int MOST_EXPECTED = 1 << 20;

  private final Keys keys;
  private final Places places;
  private final ExerciseBounds bounds;
  private final Tests tests;

  ReadProgram(Keys keys, Places places, ExerciseBounds bounds, Tests tests) {
    this.keys = keys;
    this.places = places;
    this.bounds = bounds;
    this.tests = tests;
  }

  List<String> args() {
    var value = keys.optional("args");
    var args =
        value.map(v -> v.items(0, bounds.args())).orElse(List.of()).stream()
            .flatMap(item -> item.text(bounds.argsBytes()).stream())
            .toList();
    if (bytes(String.join("", args)) > bounds.argsBytes()) {
      value.ifPresent(
          v -> v.complain("must be at most %,d bytes together".formatted(bounds.argsBytes())));
    }
    return args;
  }

  String stdin() {
    return text("stdin", "stdinFile", bounds.stdinBytes()).orElse("");
  }

  /// Empty where none is given, with a complaint.
  Optional<Expectation> expectation() {
    var checker = keys.optional("checker");
    var text = text("expect", "expectFile", MOST_EXPECTED);
    var compare = keys.optional("compare");
    var comparison = compare.flatMap(v -> v.oneOf(Arrays.stream(Comparison.values()), Words::word));
    if (checker.isPresent()) {
      Stream.of("expect", "expectFile", "compare")
          .flatMap(key -> keys.optional(key).stream())
          .forEach(v -> v.complain("is one too many beside checker; leave one out"));
      return checker.flatMap(tests::find).map(Expectation.Checker::new);
    } else if (!keys.has("expect") && !keys.has("expectFile")) {
      keys.complain("needs expect, expectFile or checker");
    }
    if (comparison.equals(Optional.of(Comparison.REGEX))) {
      text.flatMap(ReadProgram::regexFault)
          .ifPresent(fault -> compare.ifPresent(v -> v.complain(fault)));
    }
    return text.map(
        expected -> new Expectation.Text(comparison.orElse(Comparison.LINES), expected));
  }

  private static Optional<String> regexFault(String regex) {
    try {
      Pattern.compile(regex);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("what is expected is not a regular expression: " + e.getDescription());
    }
  }

  /// A text that stands here or in a file.
  private Optional<String> text(String key, String fileKey, int mostBytes) {
    var here = keys.optional(key);
    var file = keys.optional(fileKey);
    if (here.isPresent()) {
      file.ifPresent(v -> v.complain("is one too many beside %s; leave one out".formatted(key)));
      return here.flatMap(v -> v.text(mostBytes).filter(text -> fits(v, text, mostBytes)));
    }
    return file.flatMap(v -> content(v).filter(text -> fits(v, text, mostBytes)));
  }

  private Optional<String> content(Value file) {
    return file.oneLine(Words.MOST_TITLE)
        .flatMap(name -> {
          var content = places.output(name);
          if (content.isEmpty()) {
            file.complain("tests/output has no such file; add it, or name another");
          }
          return content;
        });
  }

  private static boolean fits(Value value, String text, int mostBytes) {
    boolean fits = bytes(text) <= mostBytes;
    if (!fits) {
      value.complain("must be at most %,d bytes".formatted(mostBytes));
    }
    return fits;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
