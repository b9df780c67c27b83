package threadmill.server.exercise.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import threadmill.runner.SourceFile;

/// Keeps what people have in the editor, exercise by exercise.
@ApplicationScoped
public class KeepDraft implements PanacheRepositoryBase<Draft, Draft.Key> {
  private final InstantSource clock;

  KeepDraft(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Draft> of(UUID exercise, UUID account) {
    return findByIdOptional(new Draft.Key(exercise, account));
  }

  @Transactional
  public void keep(UUID exercise, UUID account, List<SourceFile> files) {
    var draft = of(exercise, account).orElse(null);
    if (draft == null) {
      draft = new Draft();
      draft.key = new Draft.Key(exercise, account);
      draft.files = files;
      draft.savedAt = clock.instant();
      persist(draft);
    } else {
      draft.files = files;
      draft.savedAt = clock.instant();
    }
  }
}
