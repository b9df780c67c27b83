package threadmill.harness.pool;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/// What a program makes, and extends, in place of [ScheduledThreadPoolExecutor]: one that ends with
/// its run.
public class RunScheduledPool extends ScheduledThreadPoolExecutor {
  private final transient Run.Closes closes = this::closeNow;

  public RunScheduledPool(int core) {
    this(core, Run.current().threadFactory());
  }

  public RunScheduledPool(int core, ThreadFactory threads) {
    super(core, threads);
    Run.current().closeLater(closes);
  }

  public RunScheduledPool(int core, RejectedExecutionHandler rejected) {
    this(core, Run.current().threadFactory(), rejected);
  }

  public RunScheduledPool(int core, ThreadFactory threads, RejectedExecutionHandler rejected) {
    super(core, threads, rejected);
    Run.current().closeLater(closes);
  }

  private void closeNow() {
    super.shutdownNow();
  }
}
