package threadmill.runner.kernel;

import java.util.OptionalLong;

/// CPU clocks.
public final class ProcessClock {
  private static final int CLOCK_THREAD_CPUTIME_ID = 3;
  private static final int CPUCLOCK_SCHED = 2;

  private ProcessClock() {}

  /// CPU time of a process, its ended threads included but not its children, in nanoseconds; empty
  /// when it is gone. This is glibc's `clock_getcpuclockid`.
  public static OptionalLong of(int pid) {
    try {
      return OptionalLong.of(Linux.clock((~pid << 3) | CPUCLOCK_SCHED));
    } catch (SystemCallException gone) {
      return OptionalLong.empty();
    }
  }

  /// CPU time of the calling thread, in nanoseconds.
  public static long ofThisThread() {
    return Linux.clock(CLOCK_THREAD_CPUTIME_ID);
  }
}
