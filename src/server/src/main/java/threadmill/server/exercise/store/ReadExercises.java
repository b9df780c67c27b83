package threadmill.server.exercise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.access.Right;
import threadmill.server.access.Who;
import threadmill.server.course.Course;
import threadmill.server.exercise.content.Exercise;
import threadmill.server.exercise.statement.RenderStatement;
import threadmill.server.problem.RequestRefused;

/// Shows exercises: to students the published version of what is open, to who authors the newest of
/// all.
@ApplicationScoped
public class ReadExercises {
  private final Exercises exercises;
  private final Versions versions;
  private final KeepDraft drafts;
  private final Access access;
  private final InstantSource clock;

  ReadExercises(
      Exercises exercises,
      Versions versions,
      KeepDraft drafts,
      Access access,
      InstantSource clock) {
    this.exercises = exercises;
    this.versions = versions;
    this.drafts = drafts;
    this.access = access;
    this.clock = clock;
  }

  /// An exercise, and the version of it that somebody sees.
  public record Shown(StoredExercise exercise, ExerciseVersion version) {}

  /// The exercise of an address; refused as not found where somebody must not know of it.
  @Transactional
  public Shown shown(Who who, Course course, String slug) {
    return exercises
        .bySlug(course.id, slug)
        .flatMap(it -> shown(who, it))
        .orElseThrow(ReadExercises::none);
  }

  /// The exercise of an address for staff who grade: what was withdrawn from students, too.
  @Transactional
  public StoredExercise graded(Course course, String slug) {
    return exercises.bySlug(course.id, slug).orElseThrow(ReadExercises::none);
  }

  private static RequestRefused none() {
    return RequestRefused.with(404, "There is no such exercise in this course.");
  }

  private Optional<Shown> shown(Who who, StoredExercise exercise) {
    if (access.may(who, Right.AUTHOR, exercise.courseId)) {
      return versions.newest(exercise.id).map(it -> new Shown(exercise, it));
    }
    boolean visible =
        exercise.open(clock.instant())
            || (exercise.publishedVersionId != null
                && access.may(who, Right.SEE_CLASS, exercise.courseId));
    return visible
        ? Optional.of(new Shown(exercise, versions.findById(exercise.publishedVersionId)))
        : Optional.empty();
  }

  /// What somebody sees in a course's list.
  @Transactional
  public List<Shown> all(Who who, Course course) {
    return exercises.ofCourse(course.id).stream().flatMap(it -> shown(who, it).stream()).toList();
  }

  /// An exercise in its course's list.
  ///
  /// @param dueAt for who asks
  /// @param mine what they have done of it; null for nothing
  @Transactional
  public ExerciseView.Summary summary(
      Shown shown, @Nullable Instant dueAt, ExerciseView.@Nullable Mine mine) {
    var exercise = shown.exercise();
    var version = shown.version();
    var published = exercise.publishedVersionId;
    return new ExerciseView.Summary(
        exercise.slug,
        version.title,
        exercise.part,
        exercise.position,
        version.difficulty,
        version.minutes,
        version.points,
        version.number,
        published != null,
        published == null ? null : (Integer) versions.findById(published).number,
        exercise.openAt,
        dueAt,
        mine);
  }

  /// An exercise as somebody who works on it sees it.
  ///
  /// @param images address of the folder of its images, with a slash at the end
  /// @param solved whether the closing words are shown
  /// @param mine how they stand in it
  @Transactional
  public ExerciseView view(
      UUID account, Shown shown, String images, boolean solved, Standing mine) {
    var exercise = versions.exercise(shown.version().id);
    var statement =
        RenderStatement.render(
                "statement.md",
                exercise.statement(),
                Versions.glossary(shown.version()),
                exercise.images(),
                images)
            .statement();
    var draft = drafts.of(shown.exercise().id, account);
    return new ExerciseView(
        exercise.slug(),
        exercise.title(),
        shown.version().difficulty,
        exercise.minutes(),
        exercise.points(),
        shown.version().number,
        statement.html(),
        solved ? statement.closingHtml() : null,
        exercise.starter(),
        draft.map(it -> it.files).orElse(null),
        setting(exercise),
        exercise.judged().gradings().stream().map(ExerciseView.Entry::of).toList(),
        shown.exercise().openAt,
        shown.exercise().dueAt,
        ExerciseView.HandingIn.of(shown.exercise()),
        mine);
  }

  /// A picture of the statement, by the name of its file.
  @Transactional
  public Optional<byte[]> image(Shown shown, String name) {
    var exercise = versions.exercise(shown.version().id);
    return exercise.images().contains(name)
        ? Optional.of(exercise.folder().bytes("images/" + name))
        : Optional.empty();
  }

  /// All of an exercise, as it is imported.
  @Transactional
  public byte[] zip(Shown shown) {
    return versions.findById(shown.version().id).folder;
  }

  private static ExerciseView.Setting setting(Exercise exercise) {
    var setting = exercise.setting();
    return new ExerciseView.Setting(
        exercise.isolation().name().toLowerCase(Locale.ROOT),
        setting.executor().word(),
        setting.parallelism(),
        setting.cores(),
        setting.limits().wall().toMillis(),
        setting.limits().heapMiB(),
        setting.limits().threads(),
        setting.web() != null);
  }
}
