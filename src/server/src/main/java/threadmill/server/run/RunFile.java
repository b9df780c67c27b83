package threadmill.server.run;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import threadmill.runner.SourceFile;

/// One source file of a run.
@Entity
@Table(name = "run_files")
@SuppressWarnings("NullAway.Init") // Hibernate or StartRun fills it.
class RunFile {
  /// @param position from 0, in the order of the request
  @Embeddable
  record Key(UUID runId, int position) {}

  @EmbeddedId Key key;
  String path;
  String content;

  SourceFile source() {
    return new SourceFile(path, content);
  }
}
