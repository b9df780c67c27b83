package threadmill.runner.timeline;

import threadmill.runner.kernel.PerfEvent;

/// The kernel's own count over a process and all that it ever started.
final class PerfCpuTime implements CpuTime {
  private final PerfEvent clock;

  PerfCpuTime(long pid) {
    this.clock = PerfEvent.taskClock(pid);
  }

  @Override
  public long nanos() {
    return clock.count();
  }

  @Override
  public void close() {
    clock.close();
  }
}
