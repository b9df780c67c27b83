package threadmill.server.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.RequestRefused;

/// What logins, names, nicknames and addresses may look like; gives them as they are stored.
public final class Names {
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._+@-]{1,99}");
  // As a mail server is asked in the end, this only catches what cannot be one.
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");
  private static final int NAME_LENGTH = 100;
  private static final int NICKNAME_LENGTH = 30;

  private Names() {}

  /// In lower case.
  public static String login(String field, @Nullable String login) {
    var lower = login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(lower).matches()) {
      throw RequestRefused.field(
          field,
          "must be 2 to 100 of the letters a to z, digits and . _ + @ -, beginning with one of the first two");
    }
    return lower;
  }

  public static String name(String field, @Nullable String name) {
    return shown(field, name, NAME_LENGTH);
  }

  /// Null or blank for none.
  public static @Nullable String nickname(String field, @Nullable String nickname) {
    return nickname == null || nickname.isBlank() ? null : shown(field, nickname, NICKNAME_LENGTH);
  }

  /// Null or blank for none.
  public static @Nullable String email(String field, @Nullable String email) {
    if (email == null || email.isBlank()) {
      return null;
    }
    var stripped = email.strip();
    if (!EMAIL.matcher(stripped).matches()) {
      throw RequestRefused.field(field, "must be a mail address");
    }
    return stripped;
  }

  /// One line of text that everybody sees: whatever turns the direction of text, breaks lines or is
  /// invisible would let one name look like another.
  private static String shown(String field, @Nullable String text, int most) {
    var stripped = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > most) {
      throw RequestRefused.field(field, "must have 1 to " + most + " characters");
    }
    if (stripped.codePoints().anyMatch(Names::unshowable)) {
      throw RequestRefused.field(field, "must have only characters that can be seen");
    }
    return stripped;
  }

  private static boolean unshowable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
