package threadmill.server.exercise.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import threadmill.server.exercise.complaint.Complaints;

/// A value, read as what its key wants: empty where it is something else, with a complaint that
/// says what it must be.
public final class Value {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,8})");
  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,8})(\\.\\d{1,9})?");

  private final Node node;
  private final int line;
  private final String path;
  private final String file;
  private final Complaints complaints;

  Value(Node node, int line, String path, String file, Complaints complaints) {
    this.node = node;
    this.line = line;
    this.path = path;
    this.file = file;
    this.complaints = complaints;
  }

  public void complain(String message) {
    complaints.add(file, line, path + ": " + message);
  }

  /// Text of any length, line breaks included; may be empty.
  public Optional<String> text(int mostChars) {
    return scalar("must be a text")
        .filter(text ->
            fits(
                text.length() <= mostChars && text.indexOf('\0') < 0,
                "must be at most %,d characters, without U+0000".formatted(mostChars)));
  }

  /// A line of text with something in it.
  public Optional<String> oneLine(int mostChars) {
    return text(mostChars)
        .map(String::strip)
        .filter(text ->
            fits(
                !text.isEmpty() && text.chars().noneMatch(Character::isISOControl),
                "must be one line of text"));
  }

  public Optional<Integer> number(int least, int most) {
    var range = "must be a whole number, %,d to %,d".formatted(least, most);
    return scalar(range)
        .filter(text ->
            fits(
                WHOLE.matcher(text).matches()
                    && Integer.parseInt(text) >= least
                    && Integer.parseInt(text) <= most,
                notThis(range, text)))
        .map(Integer::valueOf);
  }

  public Optional<Double> decimal(double least, double most) {
    var range = "must be a number, %s to %s".formatted(least, most);
    return scalar(range)
        .filter(text ->
            fits(
                DECIMAL.matcher(text).matches()
                    && Double.parseDouble(text) >= least
                    && Double.parseDouble(text) <= most,
                notThis(range, text)))
        .map(Double::valueOf);
  }

  public Optional<Boolean> flag() {
    return oneOf(Map.of("true", true, "false", false), List.of("true", "false"));
  }

  /// One of these words.
  public <T> Optional<T> oneOf(Stream<T> all, Function<T, String> word) {
    var byWord = new LinkedHashMap<String, T>();
    all.forEach(value -> byWord.put(word.apply(value), value));
    return oneOf(byWord, List.copyOf(byWord.keySet()));
  }

  private <T> Optional<T> oneOf(Map<String, T> byWord, List<String> words) {
    var choice = "must be one of " + String.join(", ", words);
    return scalar(choice)
        .filter(text -> fits(byWord.containsKey(text), notThis(choice, text)))
        .map(byWord::get);
  }

  /// A word that must match; `what` says in words what that means.
  public Optional<String> matching(Pattern pattern, int mostChars, String what) {
    return scalar("must be " + what)
        .filter(text ->
            fits(
                text.length() <= mostChars && pattern.matcher(text).matches(),
                notThis("must be " + what, text)));
  }

  /// Whether it is a single word or text, not a list or keys.
  public boolean isText() {
    return node instanceof Node.Scalar;
  }

  /// The values of a list, which a single value is not.
  public List<Value> items(int least, int most) {
    if (!(node instanceof Node.Sequence sequence)) {
      complain("must be a list, such as [a, b]");
      return List.of();
    } else if (sequence.items().size() < least || sequence.items().size() > most) {
      complain("must have %,d to %,d entries".formatted(least, most));
      return List.of();
    }
    var items = new ArrayList<Value>();
    for (int i = 0; i < sequence.items().size(); i++) {
      var item = sequence.items().get(i);
      items.add(new Value(item, item.line(), path + "[" + i + "]", file, complaints));
    }
    return items;
  }

  public Optional<Keys> keys() {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new Keys(mapping, path, file, complaints));
    }
    complain("must have keys of its own");
    return Optional.empty();
  }

  private Optional<String> scalar(String message) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    complain(message);
    return Optional.empty();
  }

  private boolean fits(boolean fits, String message) {
    if (!fits) {
      complain(message);
    }
    return fits;
  }

  private static String notThis(String message, String text) {
    return message + ", not " + Complaints.quote(text);
  }
}
