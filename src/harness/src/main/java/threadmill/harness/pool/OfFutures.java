package threadmill.harness.pool;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Replaces;

/// Futures that time out: what depends on them runs in a thread of the run's.
@Replaces(CompletableFuture.class)
public final class OfFutures {
  private OfFutures() {}

  public static <T extends @Nullable Object> CompletableFuture<T> orTimeout(
      CompletableFuture<T> future, long time, TimeUnit unit, Run run) {
    var timeout =
        run.clock()
            .schedule(() -> future.completeExceptionally(new TimeoutException()), time, unit);
    return future.whenComplete((_, _) -> timeout.cancel(false));
  }

  public static <T extends @Nullable Object> CompletableFuture<T> completeOnTimeout(
      CompletableFuture<T> future, T value, long time, TimeUnit unit, Run run) {
    var timeout = run.clock().schedule(() -> future.complete(value), time, unit);
    return future.whenComplete((_, _) -> timeout.cancel(false));
  }

  /// Waits like the JDK's, which no interrupt ends, but for a run that has been stopped.
  public static <T extends @Nullable Object> T join(CompletableFuture<T> future, Run run) {
    boolean interrupted = false;
    while (!future.isDone()) {
      try {
        var _ = future.get();
      } catch (InterruptedException _) {
        interrupted = true;
        if (run.stop) {
          throw Stopped.NOW;
        }
      } catch (ExecutionException | CancellationException _) {
        // The JDK's own method tells that in its own way.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return future.join();
  }

  public static Executor delayedExecutor(long time, TimeUnit unit, Run run) {
    return delayedExecutor(time, unit, run.pool(), run);
  }

  public static Executor delayedExecutor(long time, TimeUnit unit, Executor executor, Run run) {
    return task -> {
      var _ = run.clock().schedule(() -> executor.execute(task), time, unit);
    };
  }
}
