package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import threadmill.runner.kernel.PerfEvent;
import threadmill.runner.timeline.Timeline.Source;

class WatchedRunTest {
  private final Process waiting = start();
  private final int pid = (int) waiting.pid();

  private static Process start() {
    try {
      return new ProcessBuilder("sh", "-c", "read gate").start();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @AfterEach
  void end() {
    waiting.destroyForcibly();
  }

  /// A kernel that refuses memory for rings; its refusal is a real one, of an impossible event.
  private static final class Refusing implements Witness {
    boolean closed;

    @Override
    public Source source() {
      return Source.PERF;
    }

    @Override
    public void begin(long zero, int[] cores, Tracks tracks) {
      PerfEvent.switches(-2, -2).close();
    }

    @Override
    public long look() {
      throw new AssertionError("never begun");
    }

    @Override
    public long until() {
      return 0;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void a_run_whose_rings_are_refused_is_sampled_from_proc() {
    var refusing = new Refusing();
    try (var run = new WatchedRun(pid, refusing, new ProcCpuTime(pid))) {
      run.release(Instant.EPOCH, System.nanoTime(), new int[] {0}, _ -> {});
      assertThat(run.finish(System.nanoTime()).source()).isEqualTo(Source.PROC);
      assertThat(refusing.closed).isTrue();
    }
  }

  @Test
  void a_run_that_was_never_released_closes_quietly_and_has_no_timeline() {
    try (var run = new Recorders(Source.PROC).open(pid)) {
      assertThat(run.cpuNanos()).isZero();
      assertThatThrownBy(() -> run.finish(System.nanoTime()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void the_operator_is_told_why_there_is_no_perf() {
    assertThat(new Recorders(Source.PROC).whyNoPerf())
        .hasValueSatisfying(why -> assertThat(why).contains("configuration"));
  }
}
