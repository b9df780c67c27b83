package threadmill.server.run;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the path of a source file must look like: relative, a Java identifier for each folder and
/// for the file, such as `Main.java` or `shop/Till.java`.
public final class SourcePath {
  private static final int MOST_CHARS = 200;
  private static final String SUFFIX = ".java";
  private static final Pattern SLASH = Pattern.compile("/");

  private SourcePath() {}

  /// Why a path is refused; empty for a good one.
  public static Optional<String> fault(String path) {
    if (path.isBlank()) {
      return Optional.of("must not be empty");
    } else if (path.length() > MOST_CHARS) {
      return Optional.of("must be at most " + MOST_CHARS + " characters");
    } else if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
      return Optional.of("must be relative, with forward slashes");
    } else if (!path.endsWith(SUFFIX)) {
      return Optional.of("must end in " + SUFFIX);
    } else if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
      return Optional.of("must be in Unicode normal form C");
    }
    var stem = path.substring(0, path.length() - SUFFIX.length());
    return Arrays.stream(SLASH.split(stem, -1)).allMatch(SourcePath::identifier)
        ? Optional.empty()
        : Optional.of("must be Java names separated by /, without . or ..");
  }

  /// `package-info` has the one hyphen that Java allows.
  private static boolean identifier(String part) {
    return part.equals("package-info")
        || (!part.isEmpty()
            && Character.isJavaIdentifierStart(part.codePointAt(0))
            && part.codePoints()
                .allMatch(
                    c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c)));
  }
}
