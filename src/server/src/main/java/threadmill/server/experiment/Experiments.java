package threadmill.server.experiment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import threadmill.server.access.Owner;

/// All experiments.
@ApplicationScoped
class Experiments implements PanacheRepositoryBase<Experiment, UUID> {

  /// The experiment, its row locked until the caller's transaction ends, and as it stands now: a
  /// lock alone would leave what was read before as it was then. Changes that were not written yet
  /// are lost.
  Optional<Experiment> locked(UUID id) {
    var found = findByIdOptional(id);
    found.ifPresent(it -> getEntityManager().refresh(it, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  /// Those that are not finished, the one under way first, then in the order of the queue.
  List<Experiment> unfinished() {
    return list(
        "state <> ?1 order by case when state = ?2 then 0 else 1 end, queuedAt, id",
        ExperimentState.FINISHED,
        ExperimentState.RUNNING);
  }

  /// The next one to go on with, its row locked.
  Optional<Experiment> next() {
    return unfinished().stream().findFirst().flatMap(first -> locked(first.id));
  }

  long unfinishedOf(Owner owner) {
    return count(
        "(owner.guestId = ?1 or owner.accountId = ?2) and state <> ?3",
        owner.guestId(),
        owner.accountId(),
        ExperimentState.FINISHED);
  }

  List<Experiment> recentOf(Owner owner, int most) {
    return find(
            "owner.guestId = ?1 or owner.accountId = ?2 order by createdAt desc, id",
            owner.guestId(),
            owner.accountId())
        .page(0, most)
        .list();
  }
}
