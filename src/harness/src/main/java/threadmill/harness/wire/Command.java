package threadmill.harness.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a runner tells a sandbox's harness.
public sealed interface Command {

  /// Defines the program; the harness answers [Report.Ready] or [Report.NoMain] and then waits.
  ///
  /// @param task what is done with it
  /// @param mainClass binary name of the class that has its `main`; empty where none has
  /// @param classes class files by binary name
  /// @param cores what `Lab.cores()` answers
  /// @param executor what `Lab.executor()` opens, by its word
  /// @param parallelism what `Lab.parallelism()` answers
  /// @param web what the virtual web is like, or null where there is none
  /// @param yielding where yields are woven in, or null for the program as it is
  record Prepare(
      Task task,
      String mainClass,
      Map<String, byte[]> classes,
      int cores,
      String executor,
      int parallelism,
      @Nullable VirtualWeb web,
      @Nullable Yielding yielding)
      implements Command {
    public Prepare {
      classes = Map.copyOf(classes);
    }
  }

  /// What is done with a program once it is released.
  sealed interface Task {}

  /// Its `main` is run.
  record RunMain(List<String> args) implements Task {
    public RunMain {
      args = List.copyOf(args);
    }
  }

  /// Its static methods are called, one after another, as [Call] says, until [Finish].
  record ServeCalls() implements Task {}

  /// Releases the program.
  record Go() implements Command {}

  /// Has the program's main thread call a static method; it is answered by one [Report.Reply].
  ///
  /// @param id counts up from 1
  /// @param method such as `CountDriver.count`
  /// @param arguments a list of them, as [PlainData] encodes it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Call(long id, String method, byte[] arguments) implements Command {}

  /// No call will come any more: the program ends when its threads have.
  record Finish() implements Command {}
}
