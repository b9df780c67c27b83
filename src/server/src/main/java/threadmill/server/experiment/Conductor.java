package threadmill.server.experiment;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import threadmill.server.run.CancelRun;
import threadmill.server.run.RunDelivery;
import threadmill.server.run.RunFinished;

/// Keeps experiments going: makes the next step whenever there may be one.
///
/// Implementation note: one thread makes all steps, so only one experiment is under way, and only
/// one repetition of it: timed runs never wait for each other. `news` means "look again"; a hint
/// that gets lost costs [#LOOK_MILLIS], nothing else. Shutdown interrupts the thread between steps;
/// what it has not done is done after the next start.
@ApplicationScoped
class Conductor {
  private static final long LOOK_MILLIS = 1_000;

  private final Conduct conduct;
  private final CancelRun cancel;
  private final RunDelivery delivery;
  private final Semaphore news = new Semaphore(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("experiments").unstarted(this::conduct);

  Conductor(Conduct conduct, CancelRun cancel, RunDelivery delivery) {
    this.conduct = conduct;
    this.cancel = cancel;
    this.delivery = delivery;
  }

  @Startup
  void start() {
    thread.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(5));
  }

  /// There may be something to do.
  void look() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunFinished finished) {
    if (finished.run().experimentId != null) {
      look();
    }
  }

  private void conduct() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (!moved() && news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether there may be another step to make at once.
  private boolean moved() {
    try {
      return switch (conduct.step()) {
        case Conduct.Step.Idle() -> false;
        case Conduct.Step.Moved() -> true;
        case Conduct.Step.Queued() -> {
          delivery.queued();
          yield false;
        }
        case Conduct.Step.Unwanted(var run) -> {
          stop(run);
          yield false;
        }
      };
    } catch (RuntimeException broken) {
      Log.errorf(broken, "an experiment cannot go on; it is tried again in %d ms", LOOK_MILLIS);
      return false;
    }
  }

  private void stop(UUID run) {
    if (cancel.cancel(run)) {
      delivery.cancelRequested(run);
    }
  }
}
