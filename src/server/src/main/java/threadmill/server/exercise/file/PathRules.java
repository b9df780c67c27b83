package threadmill.server.exercise.file;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What every path must look like, so that it means the same file on every machine, and one below
/// the folder.
final class PathRules {
  private static final int MOST_CHARS = 200;
  private static final Pattern SLASH = Pattern.compile("/");

  /// Names that Windows takes for devices, whatever follows the first dot.
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com\\d|lpt\\d)(\\..*)?");

  /// What systems and tools leave behind.
  private static final Pattern LEFTOVER =
      Pattern.compile("\\.[^.].*|\\.\\..+|__MACOSX|Thumbs\\.db|desktop\\.ini");

  private PathRules() {}

  /// Why a path is refused; empty for a good one.
  static Optional<String> fault(String path) {
    if (path.isEmpty()) {
      return Optional.of("has an empty name");
    } else if (path.length() > MOST_CHARS) {
      return Optional.of("is longer than " + MOST_CHARS + " characters; shorten the name");
    } else if (path.indexOf('\\') >= 0) {
      return Optional.of("has a backslash; separate folders with /");
    } else if (path.startsWith("/") || path.indexOf(':') >= 0) {
      return Optional.of("must be a path from the folder on, without a drive or a / in front");
    } else if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
      return Optional.of("must be in Unicode normal form C; rename it");
    }
    return Arrays.stream(SLASH.split(path, -1))
        .map(PathRules::nameFault)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> nameFault(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return Optional.of("must not have empty folder names, . or ..");
    } else if (!name.codePoints().allMatch(PathRules::allowed)) {
      return Optional.of("may have only letters, digits, and - _ . $ in its names; rename it");
    } else if (name.endsWith(".") || DEVICE.matcher(name).matches()) {
      return Optional.of("is not a file name on every system; rename it");
    }
    return Optional.empty();
  }

  private static boolean allowed(int c) {
    return c == '-'
        || c == '.'
        || (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /// Whether a file is passed over in silence: hidden ones, and what systems leave behind.
  static boolean leftover(String path) {
    return SLASH.splitAsStream(path).anyMatch(name -> LEFTOVER.matcher(name).matches());
  }

  /// The same for paths that some file system takes for one.
  static String folded(String path) {
    return Normalizer.normalize(
            path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT);
  }
}
