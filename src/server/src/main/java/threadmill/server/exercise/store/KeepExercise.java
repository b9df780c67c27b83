package threadmill.server.exercise.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.server.exercise.content.Exercise;
import threadmill.server.exercise.file.WriteZip;

/// Keeps an exercise that was read: as another version, unless its files are those of one.
@ApplicationScoped
public class KeepExercise {
  private final Exercises exercises;
  private final Versions versions;
  private final InstantSource clock;

  KeepExercise(Exercises exercises, Versions versions, InstantSource clock) {
    this.exercises = exercises;
    this.versions = versions;
    this.clock = clock;
  }

  /// Where an exercise stands in its course.
  public record Place(UUID course, String part, int position) {}

  /// Keeps an exercise as the newest version, or finds the version that it is already.
  ///
  /// @param glossary the course's, as `glossary.yaml` has it
  /// @param place used where the course has no such exercise yet
  /// @param by null for the server itself
  @Transactional
  public ExerciseVersion keep(Exercise exercise, String glossary, Place place, @Nullable UUID by) {
    var stored =
        exercises.bySlug(place.course(), exercise.slug()).orElseGet(() -> make(exercise, place));
    var hash = exercise.folder().hash();
    var same = versions.byHash(stored.id, hash);
    if (same.isPresent()) {
      return same.get();
    }
    var version = new ExerciseVersion();
    version.id = UUID.randomUUID();
    version.exerciseId = stored.id;
    version.number = versions.newest(stored.id).map(it -> it.number).orElse(0) + 1;
    version.hash = hash;
    version.title = exercise.title();
    version.difficulty = exercise.difficulty().name().toLowerCase(Locale.ROOT);
    version.minutes = exercise.minutes();
    version.points = exercise.points();
    version.glossary = glossary;
    version.folder = zip(exercise);
    version.madeBy = by;
    version.madeAt = clock.instant();
    versions.persist(version);
    versions.flush();
    return version;
  }

  private StoredExercise make(Exercise exercise, Place place) {
    var stored = new StoredExercise();
    stored.id = UUID.randomUUID();
    stored.courseId = place.course();
    stored.slug = exercise.slug();
    stored.part = place.part();
    stored.position = place.position();
    stored.createdAt = clock.instant();
    exercises.persist(stored);
    return stored;
  }

  static byte[] zip(Exercise exercise) {
    var bytes = new ByteArrayOutputStream();
    try {
      WriteZip.write(exercise.folder(), bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }
}
