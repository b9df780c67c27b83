package threadmill.runner.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;

/// Measures CPU time and records nothing else, for an operator who wants no timelines. Safe for
/// several threads once released.
final class Unrecorded implements Recorder {
  private final CpuTime cpu;
  private volatile @Nullable Released released;

  private record Released(Instant startedAt, long zero, long cpuNanos) {}

  Unrecorded(CpuTime cpu) {
    this.cpu = cpu;
  }

  @Override
  public void release(Instant startedAt, long nanoTime, int[] cores, Live live) {
    released = new Released(startedAt, nanoTime, cpu.nanos());
  }

  @Override
  public void marked(Report.Phase phase) {}

  @Override
  public void sampled(Report.Sample sample) {
    // Nobody will ask.
  }

  @Override
  public long cpuNanos() {
    var since = released;
    return since == null ? 0 : Math.max(0, cpu.nanos() - since.cpuNanos());
  }

  @Override
  public void whenTasksExceed(int most, Runnable then) {
    // Nobody counts them.
  }

  @Override
  public int moreTasks() {
    return 0;
  }

  /// A timeline without lanes.
  @Override
  public Timeline finish(long nanoTime) {
    var since = released;
    if (since == null) {
      throw new IllegalStateException("not released");
    }
    long end = Math.max(0, nanoTime - since.zero());
    return new Timeline(
        since.startedAt(), end, List.of(), List.of(), List.of(), Timeline.Source.PROC, 0);
  }

  @Override
  public void close() {
    cpu.close();
  }
}
