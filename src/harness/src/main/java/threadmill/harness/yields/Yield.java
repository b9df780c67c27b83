package threadmill.harness.yields;

import threadmill.harness.Schedule;

/// The call that stands before what threads do to each other.
public final class Yield {
  private Yield() {}

  /// Perhaps lets others go first.
  public static void here() {
    Schedule.pass();
  }
}
