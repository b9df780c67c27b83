package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The one place that decides who may read or cancel a run.
///
/// Playground runs, the only ones so far, are read by whoever has the link, whose id bears 122
/// random bits, and cancelled by the guest that started them.
@ApplicationScoped
public class RunAccess {

  /// Whether somebody may read a run, its output, timeline and events.
  public boolean mayRead(Run run, Optional<UUID> guest) {
    return true;
  }

  /// Whether somebody may stop a run.
  public boolean mayCancel(Run run, Optional<UUID> guest) {
    return owns(run, guest);
  }

  /// Whether a run is somebody's own.
  boolean owns(Run run, Optional<UUID> guest) {
    return guest.isPresent() && guest.get().equals(run.guestId);
  }
}
