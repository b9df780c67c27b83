package threadmill.runner.compile;

import java.util.List;
import java.util.Map;
import threadmill.runner.Diagnostic;

/// What came of compiling a program.
public sealed interface Compilation {

  /// Class files came out.
  ///
  /// @param mainClass binary name of the class to start, or empty where no class has a `main`
  /// @param classes class files by binary name
  record Compiled(String mainClass, Map<String, byte[]> classes, List<Diagnostic> warnings)
      implements Compilation {
    public Compiled {
      classes = Map.copyOf(classes);
      warnings = List.copyOf(warnings);
    }
  }

  /// javac refused the source.
  record Refused(List<Diagnostic> diagnostics) implements Compilation {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// javac took too long or too much, and was stopped.
  ///
  /// @param why a sentence for the student
  record Stopped(String why) implements Compilation {}
}
