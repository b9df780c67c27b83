package threadmill.runner.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.GraderReport;
import threadmill.runner.Conditions;
import threadmill.runner.Verdict;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.judge.Grading.Band;
import threadmill.runner.judge.Grading.Measure;
import threadmill.runner.judge.Grading.Performance;
import threadmill.runner.judge.Grading.Setting;
import threadmill.runner.judge.JudgeReport.Measured;
import threadmill.runner.judge.JudgeReport.Result;
import threadmill.runner.statistics.Bootstrap;

/// Times the student's code and the reference solution in turns, on cores that nobody else has.
///
/// Each time is that of a fresh subject, the only one there is at that moment: no code of the
/// student's can use the reference's turn to prepare, or to slow it. Both sides of a pair get the
/// same inputs, each pair others, and a time counts only when the answers were right.
///
/// Implementation note: used once, by one thread.
final class JudgePerformance {
  /// Beyond this width of the interval, as a share of the value, it is called noisy.
  private static final double NOISY = 0.3;

  private final Case it;
  private final Performance grading;
  private final Compiled reference;
  private final List<Long> studentNanos = new ArrayList<>();
  private final List<Long> referenceNanos = new ArrayList<>();

  /// Of the last time that was taken, which is one of the student's.
  private @Nullable Conditions conditions;

  JudgePerformance(Case it, Performance grading, Compiled reference) {
    this.it = it;
    this.grading = grading;
    this.reference = reference;
  }

  Result result() throws InterruptedException {
    var setting = grading.setting();
    try (var station = it.workshop().station(setting.cores(), true)) {
      var tests = it.exam().find(grading.test());
      for (int pair = 0; pair < grading.repeats(); pair++) {
        long seed = it.seeds().of(grading.head().name(), pair);
        var other = time(station, tests, reference, ofReference(setting), seed);
        if (!other.passed()) {
          return Results.of(grading, ofReference(other));
        }
        var own = time(station, tests, it.submission().program(), setting, seed);
        if (!own.passed()) {
          return Results.of(grading, own);
        }
        studentNanos.add(own.callNanos());
        referenceNanos.add(other.callNanos());
      }
      return judged();
    } catch (UnusableTestException e) {
      return Results.unusable(grading, e);
    }
  }

  private Setting ofReference(Setting setting) {
    return switch (grading.measure()) {
      case RELATIVE -> setting;
      case SPEED_UP -> new Setting(setting.executor(), 1, 1, setting.limits(), setting.web());
    };
  }

  private static Sitting ofReference(Sitting failed) {
    return Sitting.unusable(
        failed.test(),
        "The reference solution does not pass: %s %s"
            .formatted(failed.verdict(), failed.explanation()));
  }

  /// All tests once, in one subject; the first failure, or a pass with the sum of their times.
  private Sitting time(
      Station station, List<GraderReport.Test> tests, Compiled program, Setting setting, long seed)
      throws InterruptedException {
    try (var subject = station.subject(program, setting, null)) {
      long nanos = 0;
      for (var test : tests) {
        var sitting = it.exam().sit(test, seed, setting, subject);
        if (!sitting.passed()) {
          return sitting;
        }
        nanos += sitting.callNanos();
      }
      conditions = subject.end();
      return new Sitting(Verdict.OK, "", "", "", "", nanos);
    }
  }

  private Result judged() {
    if (studentNanos.stream().anyMatch(nanos -> nanos <= 0)) {
      return Results.failed(
          grading, Verdict.INTERNAL_ERROR, "The test makes no call, so that nothing is measured.");
    }
    var ratio =
        Bootstrap.ratioOfMedians(nanos(referenceNanos), nanos(studentNanos), it.seeds().seed());
    var measured =
        new Measured(
            ratio.value(), ratio.low(), ratio.high(), studentNanos, referenceNanos, conditions);
    var band =
        grading.bands().stream().filter(it -> ratio.value() >= it.atLeast()).reduce((_, it) -> it);
    boolean noisy = ratio.high() - ratio.low() > NOISY * ratio.value();
    return new Result(
        grading.head().name(),
        band.isPresent() ? Verdict.OK : Verdict.WRONG_ANSWER,
        band.map(Band::points).orElse(0),
        "",
        grading.bands().isEmpty() ? "" : "at least " + times(grading.bands().getFirst().atLeast()),
        times(ratio.value()),
        "%s (95 %% CI %s to %s, %d times each).%s"
            .formatted(
                what(times(ratio.value())),
                times(ratio.low()),
                times(ratio.high()),
                studentNanos.size(),
                noisy ? " The times differ much from one to the next; judge again." : ""),
        null,
        measured);
  }

  private String what(String ratio) {
    return grading.measure() == Measure.SPEED_UP
        ? ratio + " as fast as the reference solution with one thread on one core"
        : ratio + " as fast as the reference solution in the same setting";
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2fx", ratio);
  }

  private static double[] nanos(List<Long> times) {
    return times.stream().mapToDouble(nanos -> nanos).toArray();
  }
}
