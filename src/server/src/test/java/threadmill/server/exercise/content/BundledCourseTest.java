package threadmill.server.exercise.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Checked.Faulty;
import threadmill.server.exercise.complaint.Checked.Good;
import threadmill.server.exercise.complaint.Complaint;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Layout;
import threadmill.server.exercise.file.ReadDirectory;
import threadmill.server.exercise.statement.RenderStatement;

/// The course that comes with Threadmill, as it stands in its folder.
class BundledCourseTest {
  private static final Path FOLDER = Path.of("../courses/concurrency-in-java");
  private static final int CORES = 2;

  private static <T> T good(Checked<T> checked) {
    return switch (checked) {
      case Good<T>(var value) -> value;
      case Faulty<T>(var complaints) -> throw new AssertionError(complaints);
    };
  }

  private static CourseFolder course() throws IOException {
    Folder folder = good(ReadDirectory.read(FOLDER, Layout.COURSE, FolderBounds.course()));
    return good(ReadCourse.read(folder, ExerciseBounds.defaults(CORES)));
  }

  @Test
  void it_reads_and_has_eighteen_exercises_at_least_each_in_a_part() throws IOException {
    var course = course();
    var inParts = course.parts().stream().flatMap(it -> it.exercises().stream()).toList();
    assertThat(course.exercises()).hasSizeGreaterThanOrEqualTo(18);
    assertThat(inParts).containsExactlyInAnyOrderElementsOf(course.exercises().keySet());
  }

  @Test
  void each_exercise_knows_two_wrong_answers_and_ends_with_what_one_saw() throws IOException {
    var course = course();
    for (var exercise : course.exercises().values()) {
      assertThat(exercise.wrong()).as(exercise.slug()).hasSizeGreaterThanOrEqualTo(2);
      var rendered =
          RenderStatement.render(
              "statement.md",
              exercise.statement(),
              course.glossary(),
              exercise.images(),
              "images/");
      assertThat(rendered.complaints()).as(exercise.slug()).isEqualTo(List.<Complaint>of());
      assertThat(rendered.statement().closingHtml()).as(exercise.slug()).isNotBlank();
    }
  }
}
