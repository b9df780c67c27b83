package threadmill.harness.pool;

import threadmill.harness.weave.Replaces;

/// What one run sees of its JVM.
@Replaces(Runtime.class)
@SuppressWarnings("unused") // the receivers are what is replaced
public final class OfRuntime {
  private OfRuntime() {}

  public static int availableProcessors(Runtime runtime, Run run) {
    return run.allowance.cores();
  }

  public static long maxMemory(Runtime runtime, Run run) {
    return run.allowance.heapBytes();
  }

  public static void exit(Runtime runtime, int code, Run run) {
    OfSystem.exit(code, run);
  }

  public static void halt(Runtime runtime, int code, Run run) {
    OfSystem.exit(code, run);
  }

  public static void gc(Runtime runtime, Run run) {}
}
