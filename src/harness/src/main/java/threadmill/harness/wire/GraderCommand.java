package threadmill.harness.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a runner tells a grader: the JVM that holds an exercise's tests.
public sealed interface GraderCommand {

  /// Takes over compiled tests; answered by [GraderReport.Loaded].
  ///
  /// @param classes class files by binary name
  record Load(Map<String, byte[]> classes) implements GraderCommand {
    public Load {
      classes = Map.copyOf(classes);
    }
  }

  /// Looks for tests; answered by [GraderReport.Found].
  ///
  /// @param type binary name of their class
  /// @param method empty for all tests of the class
  record Find(String type, String method) implements GraderCommand {}

  /// Runs a test; answered by any number of [GraderReport.Call] and one [GraderReport.Finished].
  ///
  /// @param id as [GraderReport.Found] told it
  /// @param seed of the test's random inputs
  /// @param cores what the setting of the code under test has
  /// @param parallelism likewise
  /// @param printed what a checker is to look at, or null for a test that calls the code
  record Run(String id, long seed, int cores, int parallelism, @Nullable Printed printed)
      implements GraderCommand {}

  /// What came of a call.
  record Answered(Report.Reply reply) implements GraderCommand {}

  /// There will be no answer: the code's JVM has ended, and with it the test has failed.
  record SubjectEnded() implements GraderCommand {}

  /// Matches a whole text with a regular expression; answered by [GraderReport.Matched].
  record Match(String regex, String text) implements GraderCommand {}

  /// What a program printed, and what was seen of it from outside.
  ///
  /// @param mostThreads most threads that it had at once, as looks from outside saw it
  record Printed(
      String stdout,
      String stderr,
      int exitCode,
      List<String> args,
      String stdin,
      long wallNanos,
      long cpuNanos,
      int mostThreads) {
    public Printed {
      args = List.copyOf(args);
    }
  }
}
