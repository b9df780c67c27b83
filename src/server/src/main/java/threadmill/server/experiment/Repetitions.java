package threadmill.server.experiment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The repetitions of all experiments.
@ApplicationScoped
class Repetitions implements PanacheRepositoryBase<Repetition, Repetition.Key> {

  /// Those of an experiment, in the order of execution.
  List<Repetition> of(UUID experiment) {
    return list("key.experimentId = ?1 order by key.number", experiment);
  }

  Optional<Repetition> ofRun(UUID run) {
    return find("runId", run).firstResultOptional();
  }
}
