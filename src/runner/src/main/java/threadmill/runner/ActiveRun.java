package threadmill.runner;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import threadmill.runner.sandbox.Sandbox;

/// A run that is under way, as those see it who may end it.
///
/// Implementation note: whoever sets `ending` first decides the verdict, later ones change nothing.
/// `ending` is set before `sandbox` is read, and `sandbox` is set before `ending` is read: so
/// either [#end] finds the sandbox, or [#in] finds the ending, and the sandbox is killed in any
/// order.
final class ActiveRun {
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private volatile @Nullable Sandbox sandbox;

  /// Ends the run for this reason, unless it has been ended for another.
  void end(Ending why) {
    if (ending.compareAndSet(null, why)) {
      kill();
    }
  }

  /// From now on ending the run means to kill this sandbox.
  void in(Sandbox entered) {
    sandbox = entered;
    if (ending.get() != null) {
      kill();
    }
  }

  /// Why we ended it, if we did.
  Optional<Ending> ending() {
    return Optional.ofNullable(ending.get());
  }

  private void kill() {
    var entered = sandbox;
    if (entered != null) {
      entered.kill();
    }
  }
}
