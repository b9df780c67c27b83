package threadmill.server.delivery;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import threadmill.runner.Runner;
import threadmill.server.run.RunDelivery;
import threadmill.server.settings.Machine;

/// Delivers queued runs to the runner of this process, as many at once as there are workers.
///
/// Implementation note: one thread takes runs from the queue, which is a table; `free` counts the
/// workers, so no run is taken that has nobody to carry it out. `news` means "look at the queue
/// again"; a hint that gets lost costs [#LOOK_MILLIS], nothing else. Shutdown: the taking thread is
/// interrupted first, then the runner is closed, which ends all runs; the workers see that and
/// leave the database as it is.
@ApplicationScoped
class Dispatcher implements RunDelivery {
  private static final long LOOK_MILLIS = 1_000;

  private final Attempts attempts;
  private final CarryOut carryOut;
  private final Runner runner;
  private final Semaphore free;
  private final Semaphore news = new Semaphore(1);
  // Platform threads: there are few of them, each is busy for seconds, and a runner may block in
  // files and pipes, which would hold up the carriers that serve requests.
  private final ExecutorService pool =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("run-", 1).factory());
  private final QueueTelling telling;
  private final Thread taking = Thread.ofPlatform().name("run-queue").unstarted(this::take);

  Dispatcher(
      Attempts attempts, CarryOut carryOut, Runner runner, Machine machine, QueueTelling telling) {
    this.attempts = attempts;
    this.carryOut = carryOut;
    this.runner = runner;
    this.free = new Semaphore(machine.workers());
    this.telling = telling;
  }

  @Startup
  void start() {
    int recovered = attempts.recover();
    if (recovered > 0) {
      Log.infof("%d runs were under way when the server stopped; they go on", recovered);
    }
    telling.start();
    taking.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    taking.interrupt();
    telling.stop();
    carryOut.stop();
    pool.shutdown();
    taking.join(TimeUnit.SECONDS.toMillis(5));
    if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
      Log.warn("some runs did not end; they are left to the next start");
    }
  }

  @Override
  public void queued() {
    look();
  }

  @Override
  public void cancelRequested(UUID run) {
    carryOut.cancel(run);
  }

  @Override
  public String unavailable() {
    return runner.unavailable();
  }

  private void look() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  private void take() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        free.acquire();
        if (!takeOne()) {
          free.release();
          if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes a run where one waits; its worker gives the place back.
  private boolean takeOne() {
    try {
      if (!runner.unavailable().isEmpty()) {
        return false;
      }
      var claim = attempts.claim();
      claim.ifPresent(it -> pool.execute(() -> work(it)));
      return claim.isPresent();
    } catch (RuntimeException broken) {
      Log.errorf(broken, "the queue cannot be read; it is tried again in %d ms", LOOK_MILLIS);
      return false;
    }
  }

  private void work(Claim claim) {
    try {
      carryOut.carryOut(claim);
    } catch (RuntimeException broken) {
      Log.errorf(broken, "the end of run %s cannot be stored", claim.run());
    } finally {
      free.release();
      look();
    }
  }
}
