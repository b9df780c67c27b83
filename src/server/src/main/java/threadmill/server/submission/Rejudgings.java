package threadmill.server.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All sets of judgings anew.
@ApplicationScoped
class Rejudgings implements PanacheRepositoryBase<Rejudging, UUID> {

  /// The newest first.
  List<Rejudging> ofExercise(UUID exercise) {
    return list("exerciseId = ?1 order by madeAt desc, id", exercise);
  }

  boolean anyOpen(UUID exercise) {
    return count("exerciseId = ?1 and state = ?2", exercise, Rejudging.State.OPEN) > 0;
  }

  Optional<Rejudging> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
