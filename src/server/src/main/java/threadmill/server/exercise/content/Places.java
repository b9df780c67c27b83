package threadmill.server.exercise.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import threadmill.runner.SourceFile;
import threadmill.server.exercise.file.Folder;

/// What lies where in an exercise's folder.
final class Places {
  static final String DEFINITION = "exercise.yaml";
  static final String STATEMENT = "statement.md";
  static final String SOLUTION = "solution";

  private final Folder folder;
  private final List<SourceFile> starter;

  Places(Folder folder) {
    this.folder = folder;
    this.starter = sources(folder.below("starter"));
  }

  Folder folder() {
    return folder;
  }

  String statement() {
    return folder.has(STATEMENT) ? folder.text(STATEMENT) : "";
  }

  List<SourceFile> starter() {
    return starter;
  }

  List<SourceFile> subject() {
    return sources(folder.below("tests/subject"));
  }

  List<SourceFile> grader() {
    return sources(folder.below("tests/grader"));
  }

  /// Whether `solution/` or `wrong/NAME/` holds anything.
  boolean hasAnswer(String place) {
    return !folder.below(place).paths().isEmpty();
  }

  /// The whole answer of `solution/` or `wrong/NAME/`: its files in place of the starter's.
  List<SourceFile> answer(String place) {
    var files = new TreeMap<String, SourceFile>();
    starter.forEach(file -> files.put(file.path(), file));
    sources(folder.below(place)).forEach(file -> files.put(file.path(), file));
    return List.copyOf(files.values());
  }

  Set<String> wrong() {
    return folder.below("wrong").folders();
  }

  Set<String> images() {
    return folder.below("images").paths();
  }

  /// A text of `tests/output/`, its line ends made `\n`.
  Optional<String> output(String name) {
    var path = "tests/output/" + name;
    return folder.has(path)
        ? Optional.of(folder.text(path).replace("\r\n", "\n"))
        : Optional.empty();
  }

  boolean hasTest(String type) {
    return folder.has("tests/grader/" + type.replace('.', '/') + ".java");
  }

  private static List<SourceFile> sources(Folder folder) {
    return folder.paths().stream().map(path -> new SourceFile(path, folder.text(path))).toList();
  }
}
