package threadmill.runner;

import java.util.function.LongFunction;

/// The one voice of a run: puts the time on its events and hands them on one by one.
///
/// Implementation note: `this` guards both fields and is held while the listener hears an event, so
/// that no two come at once. Nobody calls in with another lock held.
final class Events {
  private final RunListener listener;
  private long releasedAt;
  private boolean released;

  Events(RunListener listener) {
    this.listener = listener;
  }

  /// Sets the zero of all times.
  synchronized void released(long nanoTime) {
    releasedAt = nanoTime;
    released = true;
  }

  synchronized void tell(LongFunction<RunEvent> event) {
    listener.on(event.apply(released ? System.nanoTime() - releasedAt : 0));
  }
}
