package threadmill.server.exercise.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import threadmill.runner.SourceFile;

/// What somebody has in the editor.
@Entity
@Table(name = "exercise_drafts")
@SuppressWarnings("NullAway.Init") // Hibernate or KeepDraft fills it.
class Draft {
  @Embeddable
  record Key(UUID exerciseId, UUID accountId) {}

  @EmbeddedId Key key;

  @JdbcTypeCode(SqlTypes.JSON)
  List<SourceFile> files;

  Instant savedAt;
}
