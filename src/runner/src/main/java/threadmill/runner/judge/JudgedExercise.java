package threadmill.runner.judge;

import java.util.List;
import threadmill.runner.SourceFile;

/// What an exercise has for its judging.
///
/// @param solution the reference solution: whole, with what it shares with the starter
/// @param subject compiled with the student's files, and loaded beside them: no secrets belong here
/// @param grader JUnit tests and checkers, which no process that loads student code ever sees
/// @param gradings what earns points, in order; the first that fails gives the verdict
public record JudgedExercise(
    List<SourceFile> solution,
    List<SourceFile> subject,
    List<SourceFile> grader,
    List<Grading> gradings) {
  public JudgedExercise {
    solution = List.copyOf(solution);
    subject = List.copyOf(subject);
    grader = List.copyOf(grader);
    gradings = List.copyOf(gradings);
  }
}
