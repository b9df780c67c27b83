package threadmill.harness.pool;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// Has the run's own pool do what would be done by the common pool of the JVM.
///
/// A task that is forked goes to the pool of the worker that forks it, and to the common one where
/// the forking thread is no worker. So what forks is done by a worker of the run's.
public final class InPool {
  private InPool() {}

  /// Whether this would leave for the common pool if the current thread did it.
  ///
  /// @param receiver a stream that is about to be used up, or anything else
  public static boolean leaves(@Nullable Object receiver, @SuppressWarnings("unused") Run run) {
    return !ForkJoinTask.inForkJoinPool()
        && (!(receiver instanceof BaseStream<?, ?> stream) || stream.isParallel());
  }

  /// Calls it from a worker, and throws what it throws.
  public static @Nullable Object call(MethodHandle method, Object[] arguments, Run run)
      throws Throwable {
    var task =
        run.commonPool()
            .submit(() -> {
              try {
                return new Outcome(method.invokeWithArguments(arguments), null);
              } catch (Throwable thrown) {
                return new Outcome(null, thrown);
              }
            });
    try {
      var outcome = await(task);
      if (outcome.thrown() != null) {
        throw outcome.thrown();
      }
      return outcome.value();
    } catch (ExecutionException | java.util.concurrent.CancellationException e) {
      if (run.stop) {
        throw Stopped.NOW;
      }
      throw e;
    }
  }

  private record Outcome(@Nullable Object value, @Nullable Throwable thrown) {}

  /// What it stands for cannot be interrupted either.
  private static Outcome await(ForkJoinTask<Outcome> task) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          interrupted = true;
          if (Run.current().stop) {
            throw Stopped.NOW;
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
