package threadmill.harness.pool;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a program makes, and extends, in place of [ForkJoinPool], and what stands for the common
/// pool: one whose workers are in the run's group, and that ends with its run.
public class RunForkJoinPool extends ForkJoinPool {
  private static final int CAP = 0x7fff;

  private final Run.Closes closes = this::closeNow;

  public RunForkJoinPool() {
    this(Run.current().allowance.cores());
  }

  public RunForkJoinPool(int parallelism) {
    this(Run.current(), parallelism, "ForkJoinPool-" + Run.current().nextPool() + "-worker-");
  }

  public RunForkJoinPool(
      int parallelism,
      ForkJoinWorkerThreadFactory factory,
      Thread.@Nullable UncaughtExceptionHandler handler,
      boolean asyncMode) {
    super(parallelism, factory, handler, asyncMode);
    Run.current().closeLater(closes);
  }

  public RunForkJoinPool(
      int parallelism,
      ForkJoinWorkerThreadFactory factory,
      Thread.@Nullable UncaughtExceptionHandler handler,
      boolean asyncMode,
      int core,
      int most,
      int runnable,
      @Nullable Predicate<? super ForkJoinPool> saturate,
      long keepAlive,
      TimeUnit unit) {
    super(
        parallelism, factory, handler, asyncMode, core, most, runnable, saturate, keepAlive, unit);
    Run.current().closeLater(closes);
  }

  RunForkJoinPool(Run run, int parallelism, String names) {
    super(parallelism, workers(run, names), run.group, false, 0, CAP, 1, null, 1, TimeUnit.MINUTES);
    run.closeLater(closes);
  }

  /// Makes workers that are in the run's group.
  static ForkJoinWorkerThreadFactory workers(Run run, String names) {
    var made = new AtomicInteger();
    return pool -> new Worker(run, pool, names + made.incrementAndGet());
  }

  private void closeNow() {
    super.shutdownNow();
  }

  private static final class Worker extends ForkJoinWorkerThread {
    Worker(Run run, ForkJoinPool pool, String name) {
      super(run.group, pool, true);
      setName(name);
      setContextClassLoader(null);
    }
  }
}
