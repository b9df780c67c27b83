package threadmill.runner;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import threadmill.runner.sandbox.Sandbox;

/// A run that is under way, as those see it who may end it.
///
/// Implementation note: whoever sets `ending` first decides the verdict, later ones change nothing.
/// `ending` is set before `stop` is read, and `stop` is set before `ending` is read: so either
/// [#end] finds what stops the run, or [#stoppedBy] finds the ending, and it is stopped in any
/// order.
final class ActiveRun {
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private volatile @Nullable Runnable stop;

  /// Ends the run for this reason, unless it has been ended for another.
  void end(Ending why) {
    if (ending.compareAndSet(null, why)) {
      stop();
    }
  }

  /// From now on ending the run means to kill this sandbox.
  void in(Sandbox entered) {
    stoppedBy(entered::kill);
  }

  /// From now on ending the run means to do this, once or twice.
  void stoppedBy(Runnable action) {
    stop = action;
    if (ending.get() != null) {
      stop();
    }
  }

  /// Why we ended it, if we did.
  Optional<Ending> ending() {
    return Optional.ofNullable(ending.get());
  }

  private void stop() {
    var action = stop;
    if (action != null) {
      action.run();
    }
  }
}
