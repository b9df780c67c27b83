package threadmill.server.exercise.content;

import java.util.Locale;
import java.util.Optional;
import threadmill.runner.judge.Grading;
import threadmill.server.exercise.yaml.Keys;

/// What titles and names look like.
final class Words {
  static final int MOST_TITLE = 120;

  private static final int MOST_NAME = 60;

  private Words() {}

  static Optional<String> title(Keys keys) {
    return keys.required("title").flatMap(value -> value.oneLine(MOST_TITLE));
  }

  /// A slug, or another name that may stand in an address.
  static Optional<String> name(Keys keys, String key) {
    return keys.required(key)
        .flatMap(value ->
            value.matching(
                Grading.NAME,
                MOST_NAME,
                "a-z, 0-9 and single hyphens, at most %d characters".formatted(MOST_NAME)));
  }

  /// The name of a constant as YAML has it, such as `unordered-lines`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean isName(String word) {
    return word.length() <= MOST_NAME && Grading.NAME.matcher(word).matches();
  }
}
