package threadmill.harness.pool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import threadmill.harness.weave.Replaces;

/// Regular expressions over text that polls.
@Replaces(Pattern.class)
public final class OfPattern {
  private OfPattern() {}

  public static Matcher matcher(Pattern pattern, CharSequence text, Run run) {
    return pattern.matcher(new PolledText(text, run));
  }

  public static boolean matches(String regex, CharSequence text, Run run) {
    return matcher(Pattern.compile(regex), text, run).matches();
  }

  public static String[] split(Pattern pattern, CharSequence text, Run run) {
    return split(pattern, text, 0, run);
  }

  public static String[] split(Pattern pattern, CharSequence text, int limit, Run run) {
    return pattern.split(new PolledText(text, run), limit);
  }
}
