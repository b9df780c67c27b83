package threadmill.server.exercise.content;

import java.util.List;
import threadmill.server.exercise.LostUpdate;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Checked.Faulty;
import threadmill.server.exercise.complaint.Checked.Good;
import threadmill.server.exercise.complaint.Complaint;

/// Reads exercises in tests.
final class Reading {
  static final ExerciseBounds BOUNDS = ExerciseBounds.defaults(4);

  private Reading() {}

  static Exercise exercise(LostUpdate variation) {
    return switch (ReadExercise.read(variation.folder(), LostUpdate.GLOSSARY, BOUNDS)) {
      case Good<Exercise>(var exercise) -> exercise;
      case Faulty<Exercise>(var complaints) -> throw new AssertionError(complaints);
    };
  }

  static List<String> complaints(LostUpdate variation) {
    return complaints(ReadExercise.read(variation.folder(), LostUpdate.GLOSSARY, BOUNDS));
  }

  static List<String> complaints(Checked<?> checked) {
    return switch (checked) {
      case Good<?> _ -> List.of();
      case Faulty<?>(var complaints) -> complaints.stream().map(Complaint::toString).toList();
    };
  }
}
