package threadmill.harness.pool;

import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Replaces;

/// Threads that are made without a constructor, and what all threads have in common.
@Replaces(Thread.class)
public final class OfThread {
  private OfThread() {}

  public static Thread.Builder.OfPlatform ofPlatform(Run run) {
    return Thread.ofPlatform().group(run.group);
  }

  public static Thread.Builder.OfVirtual ofVirtual(Run run) {
    return Carriers.builder(run);
  }

  public static Thread startVirtualThread(Runnable task, Run run) {
    return Carriers.builder(run).start(task);
  }

  public static void setDefaultUncaughtExceptionHandler(
      Thread.@Nullable UncaughtExceptionHandler handler, Run run) {
    run.handler = handler;
  }

  public static Thread.@Nullable UncaughtExceptionHandler getDefaultUncaughtExceptionHandler(
      Run run) {
    return run.handler;
  }

  public static boolean holdsLock(Object object, Run run) {
    return Thread.holdsLock(Monitors.of(object, run));
  }
}
