package threadmill.harness.pool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import threadmill.harness.weave.Replaces;

/// The JDK's ready-made executors, of the run's own threads.
@Replaces(Executors.class)
public final class OfExecutors {
  private static final long CACHED_SECONDS = 60;

  private OfExecutors() {}

  public static ExecutorService newFixedThreadPool(int size, Run run) {
    return newFixedThreadPool(size, run.threadFactory(), run);
  }

  public static ExecutorService newFixedThreadPool(
      int size, ThreadFactory threads, @SuppressWarnings("unused") Run run) {
    return new RunThreadPool(
        size, size, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), threads);
  }

  public static ExecutorService newSingleThreadExecutor(Run run) {
    return newFixedThreadPool(1, run);
  }

  public static ExecutorService newSingleThreadExecutor(ThreadFactory threads, Run run) {
    return newFixedThreadPool(1, threads, run);
  }

  public static ExecutorService newCachedThreadPool(Run run) {
    return newCachedThreadPool(run.threadFactory(), run);
  }

  public static ExecutorService newCachedThreadPool(
      ThreadFactory threads, @SuppressWarnings("unused") Run run) {
    ThreadPoolExecutor pool =
        new RunThreadPool(
            0,
            Integer.MAX_VALUE,
            CACHED_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
    return pool;
  }

  public static ScheduledExecutorService newScheduledThreadPool(int size, Run run) {
    return newScheduledThreadPool(size, run.threadFactory(), run);
  }

  public static ScheduledExecutorService newScheduledThreadPool(
      int size, ThreadFactory threads, @SuppressWarnings("unused") Run run) {
    return new RunScheduledPool(size, threads);
  }

  public static ScheduledExecutorService newSingleThreadScheduledExecutor(Run run) {
    return newScheduledThreadPool(1, run);
  }

  public static ScheduledExecutorService newSingleThreadScheduledExecutor(
      ThreadFactory threads, Run run) {
    return newScheduledThreadPool(1, threads, run);
  }

  public static ExecutorService newWorkStealingPool(Run run) {
    return newWorkStealingPool(run.allowance.cores(), run);
  }

  public static ExecutorService newWorkStealingPool(int parallelism, Run run) {
    return new RunForkJoinPool(run, parallelism, "ForkJoinPool-" + run.nextPool() + "-worker-");
  }

  public static ExecutorService newVirtualThreadPerTaskExecutor(Run run) {
    return newThreadPerTaskExecutor(Carriers.builder(run).factory(), run);
  }

  public static ExecutorService newThreadPerTaskExecutor(ThreadFactory threads, Run run) {
    var executor = Executors.newThreadPerTaskExecutor(threads);
    run.closeLater(executor::shutdownNow);
    return executor;
  }

  public static ThreadFactory defaultThreadFactory(Run run) {
    return run.threadFactory();
  }
}
