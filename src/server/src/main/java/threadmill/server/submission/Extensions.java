package threadmill.server.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// All extensions.
@ApplicationScoped
class Extensions implements PanacheRepositoryBase<Extension, Extension.Key> {

  Optional<Extension> of(UUID exercise, UUID account) {
    return findByIdOptional(new Extension.Key(exercise, account));
  }

  List<Extension> ofExercise(UUID exercise) {
    return list("key.exerciseId = ?1 order by dueAt, key.accountId", exercise);
  }

  /// The due dates of all extensions for some exercises.
  Map<Extension.Key, Instant> dueDates(List<UUID> exercises) {
    var dates = new HashMap<Extension.Key, Instant>();
    list("key.exerciseId in ?1", exercises).forEach(it -> dates.put(it.key, it.dueAt));
    return dates;
  }
}
