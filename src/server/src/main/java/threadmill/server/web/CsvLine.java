package threadmill.server.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A line of comma-separated values (RFC 4180), without its end. What people have typed may begin
/// with a character that spreadsheets take for a formula: such a text gets an apostrophe in front,
/// as OWASP advises on CSV injection. Numbers do not.
public final class CsvLine {
  private static final String FORMULA = "=+-@\t\r";
  private static final String QUOTED = ",;\"\n\r";

  private CsvLine() {}

  public static String of(@Nullable Object... values) {
    return Arrays.stream(values).map(CsvLine::cell).collect(Collectors.joining(","));
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> String.format(Locale.ROOT, "%.6f", number);
      case Number number -> number.toString();
      default -> quoted(harmless(value.toString()));
    };
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(it -> QUOTED.indexOf(it) >= 0)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
