package threadmill.runner;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A run that is under way, as those see it who may end it.
///
/// Implementation note: whoever sets `ending` first decides the verdict, later ones change nothing.
/// `ending` is set before `kill` is read, and `kill` is set before `ending` is read: so either
/// [#end] finds how to kill, or [#killedBy] finds the ending, and the run is killed in any order.
final class ActiveRun {
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private volatile @Nullable Runnable kill;

  /// Ends the run for this reason, unless it has been ended for another.
  void end(Ending why) {
    if (ending.compareAndSet(null, why)) {
      kill();
    }
  }

  /// From now on ending the run means this.
  void killedBy(Runnable action) {
    kill = action;
    if (ending.get() != null) {
      kill();
    }
  }

  /// Why we ended it, if we did.
  Optional<Ending> ending() {
    return Optional.ofNullable(ending.get());
  }

  private void kill() {
    var action = kill;
    if (action != null) {
      action.run();
    }
  }
}
