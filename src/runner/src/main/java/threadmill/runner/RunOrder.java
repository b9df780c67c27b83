package threadmill.runner;

import java.util.List;

/// All that a runner needs to know of a run; plain data, so that it can cross a network.
///
/// @param id the run's id
/// @param attempt 1, or 2 when an earlier runner vanished
/// @param parallelism what the program reads as `Lab.parallelism()`
/// @param cores cores it may use at the same time; with pool isolation, what it is told to have
public record RunOrder(
    String id,
    int attempt,
    List<SourceFile> files,
    int parallelism,
    int cores,
    String stdin,
    List<String> args,
    Limits limits,
    Isolation isolation) {
  public RunOrder {
    files = List.copyOf(files);
    args = List.copyOf(args);
  }

  /// An order for a child JVM of its own.
  public RunOrder(
      String id,
      int attempt,
      List<SourceFile> files,
      int parallelism,
      int cores,
      String stdin,
      List<String> args,
      Limits limits) {
    this(id, attempt, files, parallelism, cores, stdin, args, limits, Isolation.PROCESS);
  }

  /// The same with another isolation.
  public RunOrder with(Isolation other) {
    return new RunOrder(id, attempt, files, parallelism, cores, stdin, args, limits, other);
  }
}
