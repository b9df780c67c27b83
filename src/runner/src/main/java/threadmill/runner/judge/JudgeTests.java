package threadmill.runner.judge;

import threadmill.runner.judge.Grading.UnitTests;
import threadmill.runner.judge.JudgeReport.Result;

/// Judges by tests that call the code: each gets a fresh subject, and the first that fails decides.
record JudgeTests(Case it, UnitTests grading) {
  Result result() throws InterruptedException {
    try (var station = it.workshop().station(grading.setting().cores(), false)) {
      int number = 0;
      for (var test : it.exam().find(grading.test())) {
        long seed = it.seeds().of(grading.head().name(), number++);
        try (var subject = station.subject(it.submission().program(), grading.setting(), null)) {
          var sitting = it.exam().sit(test, seed, grading.setting(), subject);
          if (!sitting.passed()) {
            return Results.of(grading, sitting);
          }
        }
      }
      return Results.passed(grading);
    } catch (UnusableTestException e) {
      return Results.unusable(grading, e);
    }
  }
}
