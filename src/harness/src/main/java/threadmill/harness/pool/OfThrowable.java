package threadmill.harness.pool;

import threadmill.harness.weave.Replaces;

/// Traces go to the standard error of the run.
@Replaces(Throwable.class)
public final class OfThrowable {
  private OfThrowable() {}

  public static void printStackTrace(Throwable thrown, Run run) {
    thrown.printStackTrace(run.err);
  }
}
