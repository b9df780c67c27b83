package threadmill.server.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks once a second whom a new place in the queue has to be told.
@ApplicationScoped
class QueueTelling {
  private final QueuePlaces places;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("queue-places").factory());

  QueueTelling(QueuePlaces places) {
    this.places = places;
  }

  void start() {
    var _ = clock.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  void stop() {
    clock.shutdownNow();
  }

  private void tell() {
    try {
      places.tell();
    } catch (RuntimeException broken) {
      Log.warnf(broken, "queue places cannot be told; it is tried again in a second");
    }
  }
}
