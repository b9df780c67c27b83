package threadmill.runner.judge;

import java.util.List;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.runner.judge.JudgeReport.Result;

/// Judges what a student's source uses.
final class StructureCheck {
  private StructureCheck() {}

  static Result check(Grading.Structure grading, List<SourceFile> files) {
    return Results.failed(
        grading,
        Verdict.INTERNAL_ERROR,
        "This runner cannot read what %,d files use yet.".formatted(files.size()));
  }
}
