package threadmill.server.submission;

import org.jspecify.annotations.Nullable;
import threadmill.server.problem.Body;
import threadmill.server.problem.RequestRefused;

/// What staff write to students.
final class Words {
  private Words() {}

  /// A text without the white space around it, which must not be empty.
  static String of(String field, @Nullable String text, int most) {
    var words = Body.required(field, text).strip();
    if (words.isEmpty() || words.length() > most) {
      throw RequestRefused.field(field, "must have 1 to %,d characters".formatted(most));
    } else if (words.indexOf('\0') >= 0) {
      throw RequestRefused.field(field, "must not hold the character U+0000");
    }
    return words;
  }
}
