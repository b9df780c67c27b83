package threadmill.runner.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import threadmill.harness.wire.Yielding;
import threadmill.runner.SourceFile;
import threadmill.runner.compile.Compilation.Compiled;

/// A student's files, compiled with the drivers beside them.
///
/// @param drivers binary names of the classes that the paths of `tests/subject` say
record Submission(List<SourceFile> files, Compiled program, Set<String> drivers) {

  static Submission of(List<SourceFile> files, List<SourceFile> subject, Compiled program) {
    return new Submission(files, program, types(subject));
  }

  /// Binary names of the classes that the paths of files say.
  static Set<String> types(List<SourceFile> files) {
    return files.stream().map(Submission::typeOf).collect(Collectors.toUnmodifiableSet());
  }

  private static String typeOf(SourceFile file) {
    return file.path().replaceFirst("\\.java$", "").replace('/', '.');
  }

  /// Yields in the student's classes, and not in the drivers.
  Yielding yielding(long seed) {
    return new Yielding(seed, own());
  }

  /// Binary names of the student's classes, without the drivers.
  Set<String> own() {
    return program.classes().keySet().stream()
        .filter(name -> !drivers.contains(outermost(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String outermost(String type) {
    int nested = type.indexOf('$');
    return nested <= 0 ? type : type.substring(0, nested);
  }
}
