package threadmill.runner;

import java.util.List;

/// All that a runner needs to know of a run; plain data, so that it can cross a network.
///
/// @param id the run's id
/// @param attempt 1, or 2 when an earlier runner vanished
/// @param parallelism what the program reads as `Lab.parallelism()`
/// @param cores cores it may use at the same time
/// @param timed whether its times count: it then has its cores to itself
public record RunOrder(
    String id,
    int attempt,
    List<SourceFile> files,
    int parallelism,
    int cores,
    String stdin,
    List<String> args,
    Limits limits,
    boolean timed) {
  public RunOrder {
    files = List.copyOf(files);
    args = List.copyOf(args);
  }

  /// An order for a run that shares its cores.
  public RunOrder(
      String id,
      int attempt,
      List<SourceFile> files,
      int parallelism,
      int cores,
      String stdin,
      List<String> args,
      Limits limits) {
    this(id, attempt, files, parallelism, cores, stdin, args, limits, false);
  }
}
