package threadmill.runner.judge;

import threadmill.runner.Judgement;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeReport.Result;

/// Makes the results of entries that give all points or none.
final class Results {
  private Results() {}

  static Result passed(Grading grading) {
    return new Result(
        grading.head().name(), Verdict.OK, grading.points(), "", "", "", "", null, null);
  }

  static Result failed(Grading grading, Verdict verdict, String explanation) {
    return new Result(grading.head().name(), verdict, 0, "", "", "", explanation, null, null);
  }

  static Result of(Grading grading, Judgement judgement) {
    return judgement.verdict() == Verdict.OK
        ? passed(grading)
        : failed(grading, judgement.verdict(), judgement.explanation());
  }

  static Result of(Grading grading, Sitting sitting) {
    return sitting.passed()
        ? passed(grading)
        : new Result(
            grading.head().name(),
            sitting.verdict(),
            0,
            sitting.test(),
            sitting.expected(),
            sitting.got(),
            sitting.explanation(),
            null,
            null);
  }

  /// An entry whose exercise has to be mended first.
  static Result unusable(Grading grading, UnusableTestException why) {
    return failed(grading, Verdict.INTERNAL_ERROR, why.why());
  }
}
