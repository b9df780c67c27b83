package threadmill.harness.wire;

import java.util.List;

/// What a grader tells its runner.
public sealed interface GraderReport {

  /// It is up and waits for a [GraderCommand].
  record Hello() implements GraderReport {}

  /// The tests are taken over.
  record Loaded() implements GraderReport {}

  /// Which tests there are; none where the class or method is missing.
  record Found(List<Test> tests) implements GraderReport {
    public Found {
      tests = List.copyOf(tests);
    }
  }

  /// A test method.
  ///
  /// @param id what JUnit knows it by
  /// @param name such as `CounterTest.no_update_is_lost`
  record Test(String id, String name) {}

  /// The test calls the code under test, and waits.
  ///
  /// @param arguments a list of them, as [PlainData] encodes it
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Call(String method, byte[] arguments) implements GraderReport {}

  /// The test is over.
  ///
  /// @param message what the failure says; empty when it passed
  /// @param expected what the assertion that failed expected; empty where it does not tell
  /// @param got what it got instead, likewise
  record Finished(Outcome outcome, String message, String expected, String got)
      implements GraderReport {}

  /// How a test ended.
  enum Outcome {
    PASSED,
    /// An assertion failed, or the test stumbled over an answer.
    FAILED,
    /// An exception of the code under test left the test.
    SUBJECT_THREW,
    /// The test itself is wrong, such as one with a parameter that nobody provides.
    UNUSABLE
  }

  /// Whether a text matched.
  ///
  /// @param problem what is wrong with the expression; empty when nothing is
  record Matched(boolean matches, String problem) implements GraderReport {}
}
