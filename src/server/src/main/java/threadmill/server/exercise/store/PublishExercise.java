package threadmill.server.exercise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Decides what students get, and when.
@ApplicationScoped
public class PublishExercise {
  private final Exercises exercises;

  PublishExercise(Exercises exercises) {
    this.exercises = exercises;
  }

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

  /// Sets when and where students see it, and how often and until when they may hand in.
  @Transactional
  public void set(UUID exercise, Terms terms) {
    terms.setOn(exercises.findById(exercise));
  }
}
