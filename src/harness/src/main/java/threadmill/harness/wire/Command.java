package threadmill.harness.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a runner tells a sandbox's harness.
public sealed interface Command {

  /// Defines the program; the harness answers [Report.Ready] or [Report.NoMain] and then waits.
  ///
  /// @param mainClass binary name of the class whose `main` is run
  /// @param args arguments of `main`
  /// @param classes class files by binary name
  /// @param cores what `Lab.cores()` answers
  /// @param executor what `Lab.executor()` opens, by its word
  /// @param parallelism what `Lab.parallelism()` answers
  /// @param web what the virtual web is like, or null where there is none
  record Prepare(
      String mainClass,
      List<String> args,
      Map<String, byte[]> classes,
      int cores,
      String executor,
      int parallelism,
      @Nullable VirtualWeb web)
      implements Command {
    public Prepare {
      args = List.copyOf(args);
      classes = Map.copyOf(classes);
    }
  }

  /// Releases `main`.
  record Go() implements Command {}
}
