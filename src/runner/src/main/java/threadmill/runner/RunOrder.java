package threadmill.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;

/// All that a runner needs to know of a run; plain data, so that it can cross a network.
///
/// @param id the run's id
/// @param attempt 1, or 2 when an earlier runner vanished
/// @param executor what the program gets from `Lab.executor()`
/// @param parallelism what the program reads as `Lab.parallelism()`
/// @param cores cores it may use at the same time
/// @param web the virtual web that it finds, or null for none
/// @param timed whether its times count: it then has its cores to itself
public record RunOrder(
    String id,
    int attempt,
    List<SourceFile> files,
    ExecutorKind executor,
    int parallelism,
    int cores,
    String stdin,
    List<String> args,
    Limits limits,
    @Nullable VirtualWeb web,
    boolean timed) {
  public RunOrder {
    files = List.copyOf(files);
    args = List.copyOf(args);
  }

  /// An order without the virtual web, for a run that shares its cores.
  public RunOrder(
      String id,
      int attempt,
      List<SourceFile> files,
      ExecutorKind executor,
      int parallelism,
      int cores,
      String stdin,
      List<String> args,
      Limits limits) {
    this(id, attempt, files, executor, parallelism, cores, stdin, args, limits, null, false);
  }
}
