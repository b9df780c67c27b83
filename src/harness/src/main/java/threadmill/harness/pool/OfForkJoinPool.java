package threadmill.harness.pool;

import java.util.concurrent.ForkJoinPool;
import threadmill.harness.weave.Replaces;

/// The common pool of one run.
@Replaces(ForkJoinPool.class)
public final class OfForkJoinPool {
  private OfForkJoinPool() {}

  public static ForkJoinPool commonPool(Run run) {
    return run.commonPool();
  }

  public static int getCommonPoolParallelism(Run run) {
    return run.allowance.cores();
  }
}
