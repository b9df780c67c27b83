package threadmill.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import threadmill.server.access.Membership;
import threadmill.server.access.Memberships;
import threadmill.server.access.Role;
import threadmill.server.account.Account;
import threadmill.server.course.Course;
import threadmill.server.exercise.store.ExerciseVersion;
import threadmill.server.exercise.store.Exercises;
import threadmill.server.exercise.store.StoredExercise;
import threadmill.server.exercise.store.Versions;
import threadmill.server.submission.CountResults.Counted;
import threadmill.server.submission.GradebookView.Cell;
import threadmill.server.submission.GradebookView.Column;
import threadmill.server.submission.GradebookView.Row;

/// Reads the gradebook of a course: exercises that students see or have handed in to, and everybody
/// who is or was a student.
@ApplicationScoped
class ReadGradebook {
  private static final Comparator<Row> ORDER =
      Comparator.<Row, Boolean>comparing(it -> it.droppedAt() != null)
          .thenComparing(Row::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Row::login);

  private final Exercises exercises;
  private final Versions versions;
  private final Memberships memberships;
  private final CountResults results;
  private final StaffDeeds accounts;

  ReadGradebook(
      Exercises exercises,
      Versions versions,
      Memberships memberships,
      CountResults results,
      StaffDeeds accounts) {
    this.exercises = exercises;
    this.versions = versions;
    this.memberships = memberships;
    this.results = results;
    this.accounts = accounts;
  }

  @Transactional
  GradebookView of(Course course) {
    var all = exercises.ofCourse(course.id);
    var counted = results.of(all);
    var shown =
        all.stream()
            .filter(it -> it.publishedVersionId != null || !counted.accounts(it).isEmpty())
            .toList();
    var students =
        memberships.inCourse(course.id).stream().filter(it -> it.role == Role.STUDENT).toList();
    var byId = accounts.accounts(students.stream().map(it -> it.accountId).toList());
    return new GradebookView(
        shown.stream().map(this::column).toList(),
        students.stream()
            .map(it -> row(it, Objects.requireNonNull(byId.get(it.accountId)), shown, counted))
            .sorted(ORDER)
            .toList());
  }

  private Column column(StoredExercise exercise) {
    var version = version(exercise);
    return new Column(exercise.slug, version.title, version.points);
  }

  private ExerciseVersion version(StoredExercise exercise) {
    return exercise.publishedVersionId == null
        ? versions.newest(exercise.id).orElseThrow()
        : versions.findById(exercise.publishedVersionId);
  }

  private static Row row(
      Membership membership, Account account, List<StoredExercise> shown, Counted counted) {
    var cells = new ArrayList<Cell>();
    var total = Points.NONE;
    for (var exercise : shown) {
      var best = counted.best(exercise, account.id);
      cells.add(best.map(ReadGradebook::cell).orElse(Cell.EMPTY));
      total = total.plus(best.map(Best::points).orElse(Points.NONE));
    }
    return new Row(
        account.id.toString(),
        account.login,
        account.name,
        membership.studentNumber,
        membership.droppedAt,
        cells,
        total.number());
  }

  private static Cell cell(Best best) {
    return new Cell(
        best.points().number(),
        best.handed().submission().toString(),
        best.late(),
        best.handed().byHand());
  }
}
