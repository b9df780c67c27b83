package threadmill.server.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StoredEventRepository implements PanacheRepositoryBase<StoredEvent, StoredEvent.Key> {

  List<StoredEvent> after(UUID run, int seq, int most) {
    return find("key.runId = ?1 and key.seq > ?2 order by key.seq", run, seq).page(0, most).list();
  }

  List<StoredEvent> ofTypes(UUID run, int attempt, List<String> types) {
    return list(
        "key.runId = :run and attempt = :attempt and type in :types order by key.seq",
        Parameters.with("run", run).and("attempt", attempt).and("types", types));
  }
}
