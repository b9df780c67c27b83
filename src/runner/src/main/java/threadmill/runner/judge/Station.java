package threadmill.runner.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Yielding;
import threadmill.runner.RunResult;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.judge.Grading.Setting;

/// Cores on which the code under test runs, in child JVMs, one after another.
public interface Station extends AutoCloseable {

  /// Starts a child JVM that holds a program and answers calls.
  ///
  /// @param setting its cores are at most the station's
  /// @param yielding where yields are woven into the program, or null for the program as it is
  SubjectJvm subject(Compiled program, Setting setting, @Nullable Yielding yielding);

  /// Runs a program's `main` to its end.
  Ran run(Compiled program, Setting setting, List<String> args, String stdin)
      throws InterruptedException;

  /// A program that was run.
  ///
  /// @param mostThreads that looks from outside saw at once
  record Ran(RunResult result, String stdout, String stderr, int mostThreads) {}

  @Override
  void close();
}
