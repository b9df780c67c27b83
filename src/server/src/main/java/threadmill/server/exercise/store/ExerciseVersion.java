package threadmill.server.exercise.store;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exercise as it was at a time; never changes.
@Entity
@Table(name = "exercise_versions")
@SuppressWarnings("NullAway.Init") // Hibernate or KeepExercise fills it.
public class ExerciseVersion {
  @Id public UUID id;
  public UUID exerciseId;

  /// From 1, within its exercise.
  public int number;

  /// SHA-256 of all its files, in hexadecimal.
  String hash;

  public String title;
  String difficulty;
  int minutes;
  public int points;

  /// The course's glossary when it was made, as `glossary.yaml` has it.
  String glossary;

  /// The folder, as a zip.
  @Basic(fetch = FetchType.LAZY)
  byte[] folder;

  @Nullable UUID madeBy;
  Instant madeAt;
}
