package threadmill.runner.judge;

import java.util.List;
import threadmill.runner.SourceFile;

/// All that a runner needs to judge one submission; plain data, so that it can cross a network.
///
/// @param id what it is known by, unique among all that is under way
/// @param files what the student hands in
/// @param exercise what it is judged by
/// @param seed of every random input; another for each judging, and kept with its result
/// @param visibleOnly whether hidden entries are left out, as when a student tries the tests
public record JudgeOrder(
    String id, List<SourceFile> files, JudgedExercise exercise, long seed, boolean visibleOnly) {
  public JudgeOrder {
    files = List.copyOf(files);
  }
}
