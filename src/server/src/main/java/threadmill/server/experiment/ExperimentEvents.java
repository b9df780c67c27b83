package threadmill.server.experiment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// The stored events of all experiments.
@ApplicationScoped
class ExperimentEvents
    implements PanacheRepositoryBase<StoredExperimentEvent, StoredExperimentEvent.Key> {

  List<StoredExperimentEvent> after(UUID experiment, int seq, int most) {
    return find("key.experimentId = ?1 and key.seq > ?2 order by key.seq", experiment, seq)
        .page(0, most)
        .list();
  }

  /// Whether an event is the newest of its experiment.
  boolean newest(UUID experiment, int seq) {
    return count("key.experimentId = ?1 and key.seq > ?2", experiment, seq) == 0;
  }

  boolean endsUpTo(UUID experiment, int seq) {
    return find("key.experimentId = ?1 order by key.seq desc", experiment)
        .page(0, 1)
        .firstResultOptional()
        .filter(last -> last.type.equals("ended") && last.key.seq() <= seq)
        .isPresent();
  }
}
