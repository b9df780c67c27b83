package threadmill.grader;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.AssertionFailedError;
import threadmill.harness.wire.GraderReport.Finished;
import threadmill.harness.wire.GraderReport.Outcome;
import threadmill.judge.SubjectException;

/// What came of a test: its first failure, or that it passed.
final class Outcomes implements TestExecutionListener {
  /// What a message, or a value in it, may take, in characters.
  private static final int LONGEST = 2_000;

  private @Nullable Finished failure;
  private boolean passed;

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    switch (result.getStatus()) {
      case SUCCESSFUL -> passed |= test.isTest();
      case ABORTED -> {}
      case FAILED -> {
        if (failure == null) {
          failure = failed(result.getThrowable().orElseGet(AssertionError::new));
        }
      }
    }
  }

  Finished finished() {
    if (failure != null) {
      return failure;
    }
    return passed
        ? new Finished(Outcome.PASSED, "", "", "")
        : new Finished(Outcome.UNUSABLE, "It was skipped, or there is nothing to run.", "", "");
  }

  private static Finished failed(Throwable thrown) {
    return switch (thrown) {
      case SubjectException _ -> finished(Outcome.SUBJECT_THREW, thrown);
      case AssertionFailedError error -> compared(error);
      case AssertionError _ -> finished(Outcome.FAILED, thrown);
      case JUnitException _, LinkageError _ -> finished(Outcome.UNUSABLE, thrown);
      default ->
          new Finished(
              Outcome.FAILED, shortened("The test stumbled over the answer: " + thrown), "", "");
    };
  }

  static Finished finished(Outcome outcome, Throwable thrown) {
    return new Finished(
        outcome, shortened(Objects.requireNonNullElse(thrown.getMessage(), "" + thrown)), "", "");
  }

  private static Finished compared(AssertionFailedError error) {
    return new Finished(
        Outcome.FAILED,
        shortened(Objects.requireNonNullElse(error.getMessage(), "")),
        error.isExpectedDefined() ? shortened(error.getExpected().getStringRepresentation()) : "",
        error.isActualDefined() ? shortened(error.getActual().getStringRepresentation()) : "");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
