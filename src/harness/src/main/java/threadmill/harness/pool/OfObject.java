package threadmill.harness.pool;

import threadmill.harness.weave.Replaces;

/// Waits on the monitor that stands for the object's.
@Replaces(Object.class)
@SuppressWarnings({"WaitNotInLoop", "NakedNotify"}) // the program's own affair
public final class OfObject {
  private OfObject() {}

  public static void wait(Object object, Run run) throws InterruptedException {
    Monitors.of(object, run).wait();
  }

  public static void wait(Object object, long millis, Run run) throws InterruptedException {
    Monitors.of(object, run).wait(millis);
  }

  public static void wait(Object object, long millis, int nanos, Run run)
      throws InterruptedException {
    Monitors.of(object, run).wait(millis, nanos);
  }

  public static void notify(Object object, Run run) {
    Monitors.of(object, run).notify();
  }

  public static void notifyAll(Object object, Run run) {
    Monitors.of(object, run).notifyAll();
  }
}
