package threadmill.runner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.timeline.Timeline;

/// How a run ended, with the evidence.
///
/// @param explanation one sentence for the student
/// @param startedAt when `main` was released, or null when it never was
/// @param exitCode the program's, or null when it did not exit by itself
/// @param peakRssBytes largest resident memory of the whole sandbox that was seen; 0 when never run
/// @param timeline what threads and cores did, or null when it never ran
/// @param conditions under which it was timed, null unless it was a timed run that ran
public record RunResult(
    Verdict verdict,
    String explanation,
    @Nullable Instant startedAt,
    @Nullable Integer exitCode,
    Timings timings,
    long peakRssBytes,
    List<Diagnostic> diagnostics,
    @Nullable Timeline timeline,
    @Nullable Conditions conditions) {
  public RunResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /// The result of a run that was not timed.
  public RunResult(
      Verdict verdict,
      String explanation,
      @Nullable Instant startedAt,
      @Nullable Integer exitCode,
      Timings timings,
      long peakRssBytes,
      List<Diagnostic> diagnostics,
      @Nullable Timeline timeline) {
    this(
        verdict,
        explanation,
        startedAt,
        exitCode,
        timings,
        peakRssBytes,
        diagnostics,
        timeline,
        null);
  }

  /// The result of a run whose program never began.
  static RunResult notRun(Judgement judgement, List<Diagnostic> diagnostics, Duration compile) {
    var timings = new Timings(compile, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    return new RunResult(
        judgement.verdict(), judgement.explanation(), null, null, timings, 0, diagnostics, null);
  }

  /// The same with the conditions known.
  RunResult under(Conditions known) {
    return new RunResult(
        verdict,
        explanation,
        startedAt,
        exitCode,
        timings,
        peakRssBytes,
        diagnostics,
        timeline,
        known);
  }
}
