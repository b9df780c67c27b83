package threadmill.server.run;

import java.util.List;
import threadmill.runner.Diagnostic;

/// A compiler's findings in a form that a database can hold.
final class Diagnostics {
  private Diagnostics() {}

  static List<Diagnostic> storable(List<Diagnostic> found) {
    return found.stream()
        .map(one ->
            new Diagnostic(
                FinishRun.storable(one.path()),
                one.line(),
                one.column(),
                one.severity(),
                FinishRun.storable(one.message())))
        .toList();
  }
}
