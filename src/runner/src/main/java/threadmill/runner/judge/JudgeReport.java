package threadmill.runner.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Conditions;
import threadmill.runner.Diagnostic;
import threadmill.runner.Verdict;

/// How a submission was judged, with the evidence.
///
/// @param verdict that of the first entry that failed; [Verdict#OK] when none did
/// @param explanation one sentence for the student
/// @param diagnostics what the compiler said of the student's files
/// @param results one for each entry that was judged, in the exercise's order
/// @param points the sum over results
public record JudgeReport(
    Verdict verdict,
    String explanation,
    List<Diagnostic> diagnostics,
    List<Result> results,
    int points) {
  public JudgeReport {
    diagnostics = List.copyOf(diagnostics);
    results = List.copyOf(results);
  }

  /// What came of one entry.
  ///
  /// @param name [Grading.Head#name()]
  /// @param verdict [Verdict#OK] when it passed
  /// @param test the test that failed first, such as `CounterTest.no_update_is_lost`; empty when
  ///   none did, or where it isn't a test that failed
  /// @param expected what was expected, in words or as text; empty where nothing was compared
  /// @param got what came
  /// @param explanation why it may have happened, with the evidence
  /// @param tally of repeats, null for other kinds
  /// @param measured of performance, null for other kinds and where nothing could be measured
  public record Result(
      String name,
      Verdict verdict,
      int points,
      String test,
      String expected,
      String got,
      String explanation,
      @Nullable Tally tally,
      @Nullable Measured measured) {
    public boolean passed() {
      return verdict == Verdict.OK;
    }
  }

  /// How often a repeated test failed.
  public record Tally(int failed, int times) {}

  /// A ratio of times with its spread.
  ///
  /// @param value median of the reference's times over the median of the student's
  /// @param low lower end of the bootstrap interval of 95 %
  /// @param high its upper end
  /// @param studentNanos times of the student's code, in the order of execution
  /// @param referenceNanos times of the reference solution, likewise
  /// @param conditions under which the last repetition of the student's code was timed
  public record Measured(
      double value,
      double low,
      double high,
      List<Long> studentNanos,
      List<Long> referenceNanos,
      @Nullable Conditions conditions) {
    public Measured {
      studentNanos = List.copyOf(studentNanos);
      referenceNanos = List.copyOf(referenceNanos);
    }
  }
}
