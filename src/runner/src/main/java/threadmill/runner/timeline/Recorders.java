package threadmill.runner.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;
import threadmill.runner.sandbox.Sandboxes;

/// Opens recorders; records nothing yet.
public record Recorders(boolean perf) implements Sandboxes.Opener {
  @Override
  public Recorder open(long pid, List<Integer> cores) {
    return new Recorder() {
      private @Nullable Instant released;

      @Override
      public void release(Instant startedAt, long nanoTime, Live live) {
        released = startedAt;
      }

      @Override
      public void sampled(Report.Sample sample) {}

      @Override
      public long cpuNanos() {
        return 0;
      }

      @Override
      public Timeline finish(long nanoTime) {
        var startedAt = released == null ? Instant.EPOCH : released;
        return new Timeline(startedAt, 0, List.of(), List.of(), List.of(), Timeline.Source.PROC, 0);
      }

      @Override
      public void close() {}
    };
  }
}
