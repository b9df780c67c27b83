package threadmill.server.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StoredEventRepository implements PanacheRepositoryBase<StoredEvent, StoredEvent.Key> {

  List<StoredEvent> after(UUID run, int seq, int most) {
    return find("key.runId = ?1 and key.seq > ?2 order by key.seq", run, seq).page(0, most).list();
  }

  boolean verdictUpTo(UUID run, int seq) {
    return count("key.runId = ?1 and key.seq <= ?2 and type = 'verdict'", run, seq) > 0;
  }

  List<StoredEvent> ofType(UUID run, int attempt, String type) {
    return list(
        "key.runId = ?1 and attempt = ?2 and type = ?3 order by key.seq", run, attempt, type);
  }
}
