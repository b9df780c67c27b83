package threadmill.server.exercise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.RequestRefused;

/// Decides what students get, and when.
@ApplicationScoped
public class PublishExercise {
  private static final int PART_LENGTH = 120;

  private final Exercises exercises;

  PublishExercise(Exercises exercises) {
    this.exercises = exercises;
  }

  /// When and where students see an exercise. All of it is replaced.
  ///
  /// @param part the heading that it stands under
  /// @param position its place in its course, 0 for the first
  /// @param openAt null for as soon as it is published
  /// @param dueAt null for ever
  public record Terms(
      @Nullable String part,
      @Nullable Integer position,
      @Nullable Instant openAt,
      @Nullable Instant dueAt) {}

  /// Gives students a version that has passed its check.
  @Transactional
  public void publish(UUID exercise, UUID version) {
    exercises.findById(exercise).publishedVersionId = version;
  }

  /// Takes an exercise away from students; what they handed in stays.
  @Transactional
  public void withdraw(UUID exercise) {
    exercises.findById(exercise).publishedVersionId = null;
  }

  @Transactional
  public void set(UUID exercise, Terms terms) {
    var stored = exercises.findById(exercise);
    var part = terms.part() == null ? "" : terms.part().strip();
    if (part.isEmpty() || part.length() > PART_LENGTH) {
      throw RequestRefused.field("part", "must have 1 to " + PART_LENGTH + " characters");
    } else if (terms.position() == null || terms.position() < 0) {
      throw RequestRefused.field("position", "must be 0 or more");
    } else if (terms.openAt() != null
        && terms.dueAt() != null
        && !terms.openAt().isBefore(terms.dueAt())) {
      throw RequestRefused.field("dueAt", "must be after openAt");
    }
    stored.part = part;
    stored.position = terms.position();
    stored.openAt = terms.openAt();
    stored.dueAt = terms.dueAt();
  }
}
