package threadmill.server.audit;

import java.time.Instant;
import java.util.List;

/// An entry of the audit log.
///
/// @param actor login of who did it, at that time
/// @param action such as `reset link made`
/// @param subject whom or what it was done to
public record AuditView(Instant at, String actor, String action, String subject) {

  /// The newest entries, newest first.
  public record Page(List<AuditView> entries) {}
}
