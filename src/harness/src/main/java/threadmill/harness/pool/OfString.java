package threadmill.harness.pool;

import java.util.regex.Pattern;
import threadmill.harness.weave.Replaces;

/// Methods of strings that take a regular expression, or make a string of any length.
@Replaces(String.class)
public final class OfString {
  private OfString() {}

  public static String repeat(String text, int count, Run run) {
    Sizes.room(Sizes.times(text.length(), count), run);
    return text.repeat(count);
  }

  public static boolean matches(String text, String regex, Run run) {
    return OfPattern.matches(regex, text, run);
  }

  public static String replaceAll(String text, String regex, String by, Run run) {
    return OfPattern.matcher(Pattern.compile(regex), text, run).replaceAll(by);
  }

  public static String replaceFirst(String text, String regex, String by, Run run) {
    return OfPattern.matcher(Pattern.compile(regex), text, run).replaceFirst(by);
  }

  public static String[] split(String text, String regex, Run run) {
    return split(text, regex, 0, run);
  }

  /// A single plain character needs no expression.
  public static String[] split(String text, String regex, int limit, Run run) {
    boolean plain = regex.length() == 1 && ".$|()[{^?*+\\".indexOf(regex.charAt(0)) < 0;
    return plain
        ? text.split(regex, limit)
        : OfPattern.split(Pattern.compile(regex), text, limit, run);
  }
}
