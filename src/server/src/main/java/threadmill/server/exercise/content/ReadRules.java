package threadmill.server.exercise.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import threadmill.runner.judge.Grading.Rule;
import threadmill.runner.judge.Grading.Usage;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads what a structure entry asks of the source.
final class ReadRules {
  private static final int MOST = 50;
  private static final int MOST_CHARS = 200;
  private static final Pattern RULE = Pattern.compile("(keyword|type|method) +(\\S+)");

  private ReadRules() {}

  static List<Rule> read(Keys keys) {
    var rules = new ArrayList<Rule>();
    rules.addAll(read(keys, "mustUse", true));
    rules.addAll(read(keys, "mustNotUse", false));
    if (!keys.has("mustUse") && !keys.has("mustNotUse")) {
      keys.complain("needs mustUse or mustNotUse");
    }
    return rules;
  }

  private static List<Rule> read(Keys keys, String key, boolean must) {
    return keys.optional(key).map(v -> v.items(1, MOST)).orElse(List.of()).stream()
        .flatMap(item -> rule(item, must).stream())
        .toList();
  }

  private static Optional<Rule> rule(Value item, boolean must) {
    return item.matching(
            RULE,
            MOST_CHARS,
            "keyword synchronized, type java.util.List or method java.lang.Thread#sleep")
        .flatMap(text -> rule(item, must, text));
  }

  private static Optional<Rule> rule(Value item, boolean must, String text) {
    var matcher = RULE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var what = matcher.group(2);
    return switch (matcher.group(1)) {
      case "keyword" ->
          checked(item, SourceVersion.isKeyword(what), "Java has no such keyword")
              .map(_ -> new Rule(must, Usage.KEYWORD, what));
      case "type" ->
          checked(item, qualified(what), "must be a type with its package, such as java.util.List")
              .map(_ -> new Rule(must, Usage.TYPE, what));
      default ->
          checked(item, method(what), "must be a type and a method, such as java.lang.Thread#sleep")
              .map(_ -> new Rule(must, Usage.METHOD, what));
    };
  }

  private static boolean qualified(String type) {
    return SourceVersion.isName(type) && type.indexOf('.') > 0;
  }

  private static boolean method(String text) {
    int hash = text.indexOf('#');
    return hash > 0
        && qualified(text.substring(0, hash))
        && SourceVersion.isIdentifier(text.substring(hash + 1));
  }

  private static Optional<Boolean> checked(Value item, boolean good, String message) {
    if (!good) {
      item.complain(message);
      return Optional.empty();
    }
    return Optional.of(true);
  }
}
