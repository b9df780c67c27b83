package threadmill.server.exercise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.course.Course;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaint;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.content.ReadExercise;
import threadmill.server.exercise.content.ReadGlossary;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Layout;
import threadmill.server.exercise.file.ReadZip;
import threadmill.server.exercise.statement.Glossary;
import threadmill.server.problem.Problem.FieldError;
import threadmill.server.problem.RequestRefused;

/// Takes an exercise that somebody packed as a zip, or says everything that has to change first.
@ApplicationScoped
public class ImportExercise {
  private static final String NO_PART = "Exercises";

  private final KeepExercise keep;
  private final Exercises exercises;
  private final Bounds bounds;

  ImportExercise(KeepExercise keep, Exercises exercises, Bounds bounds) {
    this.keep = keep;
    this.exercises = exercises;
    this.bounds = bounds;
  }

  /// What was imported.
  ///
  /// @param version the one that these files are: another one, or one that there was
  public record Imported(String slug, ExerciseVersion version) {}

  @Transactional
  public Imported fromZip(Course course, InputStream zip, @Nullable UUID by) {
    var folder = good(folder(zip));
    var exercise = good(ReadExercise.read(folder, glossary(course), bounds.exercise()));
    int last = (int) exercises.count("courseId", course.id);
    var place = new KeepExercise.Place(course.id, NO_PART, last);
    return new Imported(exercise.slug(), keep.keep(exercise, course.glossary, place, by));
  }

  private static Checked<Folder> folder(InputStream zip) {
    try {
      return ReadZip.read(zip, Layout.EXERCISE, FolderBounds.exercise());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Glossary glossary(Course course) {
    return course.glossary.isEmpty()
        ? Glossary.EMPTY
        : ReadGlossary.read(course.glossary, new Complaints());
  }

  private static <T> T good(Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T>(var value) -> value;
      case Checked.Faulty<T>(var complaints) ->
          throw RequestRefused.fields(complaints.stream().map(ImportExercise::error).toList());
    };
  }

  private static FieldError error(Complaint complaint) {
    var place = complaint.path() + (complaint.line() == null ? "" : ":" + complaint.line());
    return new FieldError(place.isEmpty() ? "zip" : place, complaint.message());
  }
}
