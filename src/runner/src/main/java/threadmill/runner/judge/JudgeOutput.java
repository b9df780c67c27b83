package threadmill.runner.judge;

import java.util.Objects;
import threadmill.harness.wire.GraderCommand;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading.Comparison;
import threadmill.runner.judge.Grading.Expectation;
import threadmill.runner.judge.Grading.Output;
import threadmill.runner.judge.Grading.TestName;
import threadmill.runner.judge.JudgeReport.Result;
import threadmill.runner.judge.Station.Ran;

/// Judges what the program's `main` prints; it has to end well, too.
record JudgeOutput(Case it, Output grading) {
  Result result() throws InterruptedException {
    try (var station = it.workshop().station(grading.setting().cores(), false)) {
      var ran =
          station.run(
              it.submission().program(), grading.setting(), grading.args(), grading.stdin());
      it.workshop().checkpoint();
      if (ran.result().verdict() != Verdict.OK) {
        return Results.failed(grading, ran.result().verdict(), ran.result().explanation());
      }
      return switch (grading.expectation()) {
        case Expectation.Checker(var test) -> checked(test, ran);
        case Expectation.Text(var comparison, var text) when comparison == Comparison.REGEX ->
            matched(text, ran.stdout());
        case Expectation.Text(var comparison, var text) ->
            CompareOutput.by(comparison, text, ran.stdout())
                .map(difference ->
                    new Result(
                        grading.head().name(),
                        Verdict.WRONG_ANSWER,
                        0,
                        "",
                        difference.expected(),
                        difference.got(),
                        difference.where(),
                        null,
                        null))
                .orElseGet(() -> Results.passed(grading));
      };
    } catch (UnusableTestException e) {
      return Results.unusable(grading, e);
    }
  }

  private Result matched(String regex, String stdout) throws UnusableTestException {
    var text = CompareOutput.normal(stdout);
    return it.exam().matches(regex, text)
        ? Results.passed(grading)
        : new Result(
            grading.head().name(),
            Verdict.WRONG_ANSWER,
            0,
            "",
            regex,
            CompareOutput.shortened(text),
            "The output does not match.",
            null,
            null);
  }

  private Result checked(TestName name, Ran ran)
      throws InterruptedException, UnusableTestException {
    var timings = ran.result().timings();
    var printed =
        new GraderCommand.Printed(
            ran.stdout(),
            ran.stderr(),
            Objects.requireNonNullElse(ran.result().exitCode(), 0),
            grading.args(),
            grading.stdin(),
            timings.wall().toNanos(),
            timings.cpu().toNanos(),
            ran.mostThreads());
    int number = 0;
    for (var test : it.exam().find(name)) {
      long seed = it.seeds().of(grading.head().name(), number++);
      var sitting = it.exam().check(test, seed, grading.setting(), printed);
      if (!sitting.passed()) {
        return Results.of(grading, sitting);
      }
    }
    return Results.passed(grading);
  }
}
