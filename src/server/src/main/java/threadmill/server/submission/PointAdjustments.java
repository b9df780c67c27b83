package threadmill.server.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// All points that were given or taken by hand.
@ApplicationScoped
class PointAdjustments implements PanacheRepositoryBase<PointAdjustment, UUID> {

  /// The oldest first.
  List<PointAdjustment> of(UUID submission) {
    return list("submissionId = ?1 order by madeAt, id", submission);
  }
}
