package threadmill.runner.judge;

import threadmill.runner.Judgement;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading.Liveness;
import threadmill.runner.judge.Grading.TestName;
import threadmill.runner.judge.JudgeReport.Result;

/// Judges whether the code comes to an end: `main`, or each test, after whose calls its JVM has to
/// end by itself.
record JudgeLiveness(Case it, Liveness grading) {
  Result result() throws InterruptedException {
    var test = grading.test();
    try (var station = it.workshop().station(grading.setting().cores(), false)) {
      return test == null ? main(station) : tests(station, test);
    } catch (UnusableTestException e) {
      return Results.unusable(grading, e);
    }
  }

  private Result main(Station station) throws InterruptedException {
    var ran =
        station.run(it.submission().program(), grading.setting(), grading.args(), grading.stdin());
    it.workshop().checkpoint();
    var result = ran.result();
    return Results.of(grading, new Judgement(result.verdict(), result.explanation()));
  }

  private Result tests(Station station, TestName name)
      throws InterruptedException, UnusableTestException {
    int number = 0;
    for (var test : it.exam().find(name)) {
      long seed = it.seeds().of(grading.head().name(), number++);
      try (var subject = station.subject(it.submission().program(), grading.setting(), null)) {
        var sitting = it.exam().sit(test, seed, grading.setting(), subject);
        if (!sitting.passed()) {
          return Results.of(grading, sitting);
        }
        var end = subject.finish();
        it.workshop().checkpoint();
        if (end.verdict() != Verdict.OK) {
          return Results.of(
              grading, new Sitting(end.verdict(), test.name(), "", "", end.explanation(), 0));
        }
      }
    }
    return Results.passed(grading);
  }
}
