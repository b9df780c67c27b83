package threadmill.server.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// All comments on lines.
@ApplicationScoped
class LineComments implements PanacheRepositoryBase<LineComment, UUID> {

  /// In the order of the lines.
  List<LineComment> of(UUID submission) {
    return list("submissionId = ?1 order by path, line, madeAt, id", submission);
  }
}
