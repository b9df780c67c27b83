package threadmill.harness.pool;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// What a program makes, and extends, in place of [ThreadPoolExecutor]: one that ends with its run.
public class RunThreadPool extends ThreadPoolExecutor {
  private final transient Run.Closes closes = this::closeNow;

  public RunThreadPool(
      int core, int most, long keepAlive, TimeUnit unit, BlockingQueue<Runnable> queue) {
    this(core, most, keepAlive, unit, queue, Run.current().threadFactory());
  }

  public RunThreadPool(
      int core,
      int most,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory threads) {
    super(core, most, keepAlive, unit, queue, threads);
    Run.current().closeLater(closes);
  }

  public RunThreadPool(
      int core,
      int most,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      RejectedExecutionHandler rejected) {
    this(core, most, keepAlive, unit, queue, Run.current().threadFactory(), rejected);
  }

  public RunThreadPool(
      int core,
      int most,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory threads,
      RejectedExecutionHandler rejected) {
    super(core, most, keepAlive, unit, queue, threads, rejected);
    Run.current().closeLater(closes);
  }

  private void closeNow() {
    super.shutdownNow();
  }
}
