package threadmill.server.exercise.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.run.SourcePath;

/// Which files a folder may hold, and where.
public enum Layout {
  /// A folder with an `exercise.yaml`.
  EXERCISE("exercise.yaml") {
    @Override
    Optional<String> fault(String path) {
      return exerciseFault(path);
    }
  },
  /// A folder with a `course.yaml`, and exercises in folders of their own.
  COURSE("course.yaml") {
    @Override
    Optional<String> fault(String path) {
      int slash = path.indexOf('/');
      if (slash >= 0) {
        return exerciseFault(path.substring(slash + 1));
      }
      return NOTES.contains(path) || path.equals("course.yaml") || path.equals("glossary.yaml")
          ? Optional.empty()
          : Optional.of(
              "has no place in a course; it has course.yaml, glossary.yaml and a folder for each"
                  + " exercise");
    }
  };

  /// Kept, never shown.
  private static final Set<String> NOTES = Set.of("README.md", "LICENSE");

  private static final Pattern SOURCE =
      Pattern.compile("(?:starter|solution|wrong/[^/]+|tests/subject|tests/grader)/(.+)");
  private static final Pattern OUTPUT = Pattern.compile("tests/output/.+\\.(txt|in|out)");
  private static final Pattern IMAGE = Pattern.compile("images/[^/]+\\.(png|jpg|svg)");

  private final String head;

  Layout(String head) {
    this.head = head;
  }

  /// Why a file may not be where it is; empty where it may.
  abstract Optional<String> fault(String path);

  private static Optional<String> exerciseFault(String path) {
    if (path.equals("exercise.yaml")
        || path.equals("statement.md")
        || NOTES.contains(path)
        || OUTPUT.matcher(path).matches()
        || IMAGE.matcher(path).matches()) {
      return Optional.empty();
    }
    var source = SOURCE.matcher(path);
    if (source.matches()) {
      return SourcePath.fault(source.group(1))
          .map(fault -> "is source, so its path there " + fault);
    } else if (path.startsWith("tests/output/")) {
      return Optional.of("must end in .txt, .in or .out");
    } else if (path.startsWith("images/")) {
      return Optional.of("must end in .png, .jpg or .svg, directly in images/");
    }
    return Optional.of(
        "has no place in an exercise; it has exercise.yaml, statement.md, starter/, solution/,"
            + " wrong/NAME/, tests/subject/, tests/grader/, tests/output/ and images/");
  }

  /// Without the one folder that all is in, as zips are often packed.
  Folder unwrapped(Folder folder) {
    var folders = folder.folders();
    if (folders.size() == 1 && folder.paths().stream().allMatch(path -> path.indexOf('/') > 0)) {
      var inner = folder.below(folders.first());
      return inner.has(head) ? inner : folder;
    }
    return folder;
  }

  /// Says which files are out of place, and which texts cannot be read.
  void check(Folder folder, Complaints complaints) {
    folder
        .files()
        .forEach((path, bytes) ->
            fault(path)
                .or(() -> IMAGE.matcher(path).find() ? Optional.empty() : textFault(bytes))
                .ifPresent(message -> complaints.add(path, message)));
  }

  private static Optional<String> textFault(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      if (text.chars().anyMatch(c -> c == 0)) {
        return Optional.of("must not contain the character U+0000");
      }
      return !text.isEmpty() && text.charAt(0) == '\uFEFF'
          ? Optional.of("begins with a byte order mark; save it as UTF-8 without one")
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of("must be UTF-8 text; save it as such");
    }
  }
}
