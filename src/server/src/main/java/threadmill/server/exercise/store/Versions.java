package threadmill.server.exercise.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.content.Exercise;
import threadmill.server.exercise.content.ReadExercise;
import threadmill.server.exercise.content.ReadGlossary;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Layout;
import threadmill.server.exercise.file.ReadZip;
import threadmill.server.exercise.statement.Glossary;

/// All versions of all exercises. What was read of one is kept: it never changes.
@ApplicationScoped
public class Versions implements PanacheRepositoryBase<ExerciseVersion, UUID> {
  private static final int KEPT = 200;

  private final Bounds bounds;
  private final Cache<UUID, Exercise> exercises = Caffeine.newBuilder().maximumSize(KEPT).build();

  Versions(Bounds bounds) {
    this.bounds = bounds;
  }

  List<ExerciseVersion> ofExercise(UUID exercise) {
    return list("exerciseId = ?1 order by number desc", exercise);
  }

  /// The version of an exercise that has a number.
  public Optional<ExerciseVersion> numbered(UUID exercise, int number) {
    return find("exerciseId = ?1 and number = ?2", exercise, number).firstResultOptional();
  }

  public Optional<ExerciseVersion> newest(UUID exercise) {
    return find("exerciseId = ?1 order by number desc", exercise).firstResultOptional();
  }

  Optional<ExerciseVersion> byHash(UUID exercise, String hash) {
    return find("exerciseId = ?1 and hash = ?2", exercise, hash).firstResultOptional();
  }

  /// The exercise that a version is.
  ///
  /// @throws UnreadableExerciseException if it asks for more than this server permits by now
  @Transactional(dontRollbackOn = UnreadableExerciseException.class)
  public Exercise exercise(UUID version) {
    return exercises.get(version, id -> read(findById(id)));
  }

  private Exercise read(ExerciseVersion version) {
    return switch (ReadExercise.read(folder(version), glossary(version), bounds.exercise())) {
      case Checked.Good<Exercise>(var exercise) -> exercise;
      case Checked.Faulty<Exercise>(var complaints) ->
          throw new UnreadableExerciseException(
              "version %d of an exercise cannot be read any more: %s"
                  .formatted(version.number, complaints.getFirst()));
    };
  }

  static Glossary glossary(ExerciseVersion version) {
    return ReadGlossary.read(version.glossary, new Complaints());
  }

  private static Folder folder(ExerciseVersion version) {
    try {
      var zip = new ByteArrayInputStream(version.folder);
      return switch (ReadZip.read(zip, Layout.EXERCISE, FolderBounds.exercise())) {
        case Checked.Good<Folder>(var folder) -> folder;
        case Checked.Faulty<Folder>(var complaints) ->
            throw new UnreadableExerciseException(
                "a stored folder cannot be read: " + complaints.getFirst());
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
