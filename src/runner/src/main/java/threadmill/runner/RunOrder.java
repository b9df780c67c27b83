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
/// @param cores cores it may use at the same time; with pool isolation, what it is told to have
/// @param web the virtual web that it finds, or null for none; never with pool isolation
/// @param timed whether its times count: it then has its cores to itself; never with pool isolation
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
    boolean timed,
    Isolation isolation) {
  public RunOrder {
    files = List.copyOf(files);
    args = List.copyOf(args);
  }

  /// An order for a child JVM of its own without the virtual web, on cores that it shares.
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
    this(
        id,
        attempt,
        files,
        executor,
        parallelism,
        cores,
        stdin,
        args,
        limits,
        null,
        false,
        Isolation.PROCESS);
  }

  /// The same with another isolation.
  public RunOrder with(Isolation other) {
    return new RunOrder(
        id, attempt, files, executor, parallelism, cores, stdin, args, limits, web, timed, other);
  }
}
