package threadmill.server.exercise.content;

import java.util.List;
import java.util.Set;
import threadmill.runner.Isolation;
import threadmill.runner.SourceFile;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.JudgedExercise;
import threadmill.server.exercise.file.Folder;

/// An exercise in which everything was checked but whether its tests find what they should.
///
/// @param slug its name in addresses
/// @param concepts keys of the glossary's terms
/// @param minutes about how long it takes
/// @param isolation of free runs; judging always has processes of its own
/// @param setting what free runs are under; entries of the grading have their own
/// @param starter what the student begins with
/// @param judged what submissions are judged by
/// @param statement Markdown
/// @param images names of the files in `images/`
/// @param folder all of it, byte for byte as it came
public record Exercise(
    String title,
    String slug,
    List<String> concepts,
    Difficulty difficulty,
    int minutes,
    Isolation isolation,
    Grading.Setting setting,
    List<SourceFile> starter,
    JudgedExercise judged,
    List<WrongAnswer> wrong,
    String statement,
    Set<String> images,
    Folder folder) {
  public Exercise {
    concepts = List.copyOf(concepts);
    starter = List.copyOf(starter);
    wrong = List.copyOf(wrong);
    images = Set.copyOf(images);
  }

  /// The most points that a submission can get.
  public int points() {
    return judged.gradings().stream().mapToInt(Grading::points).sum();
  }
}
