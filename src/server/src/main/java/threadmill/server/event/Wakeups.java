package threadmill.server.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells readers of a journal that there is more to read. It carries no events: readers take those
/// from the journal, so a slow one holds up nobody and holds no memory.
///
/// Implementation note: shared are the map from a run to its listeners, changed only through
/// `compute`, and each listener's semaphore, which holds at most about one permit: one permit means
/// "look again", however much came. No locks are nested. A listener that is closed twice or woken
/// after it was closed does no harm.
@ApplicationScoped
public class Wakeups {
  private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

  /// Starts listening; what is stored from now on wakes the listener.
  public Listener listen(UUID run) {
    var listener = new Listener(run);
    listeners.compute(
        run,
        (_, set) -> {
          var all = set == null ? ConcurrentHashMap.<Listener>newKeySet() : set;
          all.add(listener);
          return all;
        });
    return listener;
  }

  void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsStored event) {
    listeners.getOrDefault(event.subject(), Set.of()).forEach(Listener::wake);
  }

  /// Waits for more of one run's events; used by one reader.
  public final class Listener implements AutoCloseable {
    private final UUID run;
    private final Semaphore news = new Semaphore(0);

    private Listener(UUID run) {
      this.run = run;
    }

    /// Returns when something was stored since the last call, or after the time given.
    public void await(Duration most) throws InterruptedException {
      if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    }

    private void wake() {
      if (news.availablePermits() == 0) {
        news.release();
      }
    }

    @Override
    public void close() {
      listeners.computeIfPresent(
          run,
          (_, set) -> {
            set.remove(this);
            return set.isEmpty() ? null : set;
          });
    }
  }
}
