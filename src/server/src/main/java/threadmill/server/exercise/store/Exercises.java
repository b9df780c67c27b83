package threadmill.server.exercise.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The exercises of all courses.
@ApplicationScoped
public class Exercises implements PanacheRepositoryBase<StoredExercise, UUID> {

  /// The exercises of a course, in its order.
  public List<StoredExercise> ofCourse(UUID course) {
    return list("courseId = ?1 order by position, slug", course);
  }

  Optional<StoredExercise> bySlug(UUID course, String slug) {
    return find("courseId = ?1 and slug = ?2", course, slug).firstResultOptional();
  }
}
