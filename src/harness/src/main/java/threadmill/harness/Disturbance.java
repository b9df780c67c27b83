package threadmill.harness;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Yields;
import threadmill.harness.wire.Yielding;

/// Yields in a program's classes, by another schedule for each of its calls.
///
/// @param yielding null for a program that is left as it is
record Disturbance(@Nullable Yielding yielding) {

  /// The class files to define instead of a program's.
  Map<String, byte[]> into(Map<String, byte[]> classes) {
    return yielding == null ? classes : Yields.into(classes, yielding.types());
  }

  /// Has the classes of a loader reach what they call.
  void openTo(ClassLoader loader) {
    if (yielding != null) {
      Yields.openTo(loader);
    }
  }

  /// The next call begins, with a schedule of its own.
  ///
  /// @param call its number
  void begin(long call) {
    if (yielding != null) {
      Schedule.begin(yielding.seed() + call);
    }
  }
}
