package threadmill.server.exercise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import threadmill.server.course.Course;
import threadmill.server.course.Courses;
import threadmill.server.exercise.store.Exercises;
import threadmill.server.exercise.store.ImportExercise;
import threadmill.server.exercise.store.PublishExercise;
import threadmill.server.judging.PreparedJudgings;

/// Puts an exercise into a course without the check that takes so long.
@ApplicationScoped
public class PreparedExercise {
  public static final String SLUG = "lost-update";
  public static final String IMAGE = "lost-update.svg";

  private final Courses courses;
  private final ImportExercise imports;
  private final PublishExercise publish;
  private final Exercises exercises;
  private final PreparedJudgings judgings;

  PreparedExercise(
      Courses courses,
      ImportExercise imports,
      PublishExercise publish,
      Exercises exercises,
      PreparedJudgings judgings) {
    this.courses = courses;
    this.imports = imports;
    this.publish = publish;
    this.exercises = exercises;
    this.judgings = judgings;
  }

  @Transactional
  public void publishIn(String slug) {
    var course = course(slug);
    var zip = new ByteArrayInputStream(new BundledFolder(SLUG).zip());
    var version = imports.fromZip(course, zip, null).version();
    publish.publish(version.exerciseId, version.id);
  }

  /// The id of the exercise of a course.
  @Transactional
  public UUID idIn(String slug) {
    return exercises.list("courseId", course(slug).id).getFirst().id;
  }

  /// A judging of somebody's that has ended.
  ///
  /// @return its id
  @Transactional
  public String judgedFor(String slug, UUID account) {
    var exercise = exercises.list("courseId", course(slug).id).getFirst();
    return judgings.finished(
        java.util.Objects.requireNonNull(exercise.publishedVersionId), account);
  }

  /// A submission of somebody's that has been judged.
  ///
  /// @return its id
  @Transactional
  public String submittedTo(String slug, UUID account, PreparedJudgings.Ended ended) {
    var exercise = exercises.list("courseId", course(slug).id).getFirst();
    return judgings.submitted(
        java.util.Objects.requireNonNull(exercise.publishedVersionId), account, ended);
  }

  private Course course(String slug) {
    return courses.find("slug", slug).firstResult();
  }
}
