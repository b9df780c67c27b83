package threadmill.runner;

import java.util.List;
import threadmill.lab.ExecutorKind;

/// All that a runner needs to know of a run; plain data, so that it can cross a network.
///
/// @param id the run's id
/// @param attempt 1, or 2 when an earlier runner vanished
/// @param executor what the program gets from `Lab.executor()`
/// @param parallelism what the program reads as `Lab.parallelism()`
/// @param cores cores it may use at the same time
public record RunOrder(
    String id,
    int attempt,
    List<SourceFile> files,
    ExecutorKind executor,
    int parallelism,
    int cores,
    String stdin,
    List<String> args,
    Limits limits) {
  public RunOrder {
    files = List.copyOf(files);
    args = List.copyOf(args);
  }
}
