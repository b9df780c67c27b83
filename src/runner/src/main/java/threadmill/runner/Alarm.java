package threadmill.runner;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Does something after a while, unless closed before.
///
/// Implementation note: one daemon thread serves all alarms; what they do is short and takes no
/// lock.
public final class Alarm implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Future<?> pending;

  private Alarm(Future<?> pending) {
    this.pending = pending;
  }

  public static Alarm after(Duration time, Runnable action) {
    return new Alarm(CLOCK.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS));
  }

  private static ScheduledThreadPoolExecutor clock() {
    var clock =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("alarm").factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  @Override
  public void close() {
    pending.cancel(false);
  }
}
