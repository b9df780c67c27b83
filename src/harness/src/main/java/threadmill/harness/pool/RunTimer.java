package threadmill.harness.pool;

import java.util.Timer;

/// What a program makes, and extends, in place of [Timer]: one that ends with its run.
public class RunTimer extends Timer {
  private final Run.Closes closes = this::closeNow;

  public RunTimer() {
    this(Run.current().nextTimer());
  }

  public RunTimer(boolean daemon) {
    this(Run.current().nextTimer(), daemon);
  }

  public RunTimer(String name) {
    this(name, false);
  }

  public RunTimer(String name, boolean daemon) {
    super(onPlatformThread(name), daemon);
    Run.current().closeLater(closes);
  }

  /// The timer's thread is made by the JDK, in the group of the thread that makes the timer; a
  /// virtual thread has none.
  private static String onPlatformThread(String name) {
    if (Thread.currentThread().isVirtual()) {
      throw new UnsupportedOperationException(
          "with isolation \"pool\", a Timer cannot be made by a virtual thread; use isolation"
              + " \"process\"");
    }
    return name;
  }

  private void closeNow() {
    super.cancel();
  }
}
