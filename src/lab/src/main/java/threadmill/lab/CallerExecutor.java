package threadmill.lab;

import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs each task at once, in the thread that submits it.
///
/// Implementation note: several threads may submit at the same time. `running` has a party for each
/// task that runs and one for "not shut down"; who shuts it down takes that one back, once, and the
/// phaser terminates with the last party. So a task is either refused or waited for.
final class CallerExecutor extends AbstractLabExecutor {
  private final Phaser running = new Phaser(1);
  private boolean shutdown;

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      if (shutdown) {
        throw new RejectedExecutionException("the executor has been shut down");
      }
      running.register();
    }
    try {
      task.run();
    } finally {
      running.arriveAndDeregister();
    }
  }

  @Override
  public synchronized void shutdown() {
    if (!shutdown) {
      shutdown = true;
      running.arriveAndDeregister();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return running.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    // Its first phase ends with its last party only when it is terminated, else another follows.
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (!running.isTerminated()) {
      try {
        running.awaitAdvanceInterruptibly(
            running.getPhase(), deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        return running.isTerminated();
      }
    }
    return true;
  }
}
