package threadmill.server.delivery;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunEvent;
import threadmill.runner.RunListener;
import threadmill.runner.RunResult;
import threadmill.runner.Runner;

/// One attempt at a run, from being taken off the queue until it is closed: hears the runner's
/// events and stores them in batches.
///
/// Implementation note: `this` guards `pending` and `ended`; `notifyAll` wakes the thread that
/// stores. That thread alone writes while the run is under way, without the lock, so the runner's
/// threads never wait for the database; what is pending is bounded by the run's output limits.
/// [#finish] and [#close] end the thread before they write or return. `wantsCancel` is set by
/// whoever; the runner may not have heard of the run yet, so the storing thread repeats the wish
/// until the runner takes it.
final class Attempt implements RunListener, AutoCloseable {
  private final Claim claim;
  private final Attempts attempts;
  private final Runner runner;
  private final Duration batch;
  private final List<RunEvent> pending = new ArrayList<>();
  private final Thread storing;
  private boolean ended;
  private volatile boolean wantsCancel;
  private boolean cancelled;

  Attempt(Claim claim, Attempts attempts, Runner runner, Duration batch) {
    this.claim = claim;
    this.attempts = attempts;
    this.runner = runner;
    this.batch = batch;
    this.storing = Thread.ofVirtual().name("events-" + claim.run()).unstarted(this::store);
  }

  void start() {
    storing.start();
  }

  @Override
  public synchronized void on(RunEvent event) {
    pending.add(event);
    notifyAll();
  }

  /// Wants the run stopped; its verdict then comes from the runner.
  synchronized void cancel() {
    wantsCancel = true;
    notifyAll();
  }

  /// Stores what is left and the verdict.
  ///
  /// @return whether this attempt was still the one under way
  boolean finish(RunResult result) {
    close();
    return attempts.finish(claim.run(), claim.attempt(), result, Translate.drafts(take()));
  }

  /// Ends the storing thread; what it has not stored by then is dropped.
  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (storing.isAlive()) {
      try {
        storing.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void store() {
    try {
      while (awaitWork()) {
        passCancel();
        var events = take();
        if (!events.isEmpty()) {
          append(events);
        }
        pause();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(List<RunEvent> events) {
    var drafts = Translate.drafts(events);
    if (drafts.isEmpty()) {
      return;
    }
    try {
      var answer = attempts.append(claim.run(), claim.attempt(), drafts, startedAt(events));
      if (answer.isEmpty() || answer.get()) {
        wantsCancel = true;
      }
    } catch (RuntimeException broken) {
      Log.errorf(
          broken, "run %s cannot store its events; it is stopped and tried again", claim.run());
      wantsCancel = true;
    }
  }

  private void passCancel() {
    if (wantsCancel && !cancelled) {
      cancelled = runner.cancel(claim.order().id());
    }
  }

  private synchronized boolean awaitWork() throws InterruptedException {
    while (!ended && pending.isEmpty() && (!wantsCancel || cancelled)) {
      wait();
    }
    return !ended;
  }

  /// Lets a batch gather; the end of the run does not wait for it.
  private synchronized void pause() throws InterruptedException {
    long until = System.nanoTime() + batch.toNanos();
    for (long left = batch.toNanos(); left > 0 && !ended; left = until - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private synchronized List<RunEvent> take() {
    var events = List.copyOf(pending);
    pending.clear();
    return events;
  }

  private static @Nullable Instant startedAt(List<RunEvent> events) {
    for (var event : events) {
      if (event instanceof RunEvent.Running running) {
        return running.startedAt();
      }
    }
    return null;
  }
}
