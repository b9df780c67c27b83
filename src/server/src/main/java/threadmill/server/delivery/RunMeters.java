package threadmill.server.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import threadmill.runner.RunResult;

/// Counts and times runs for whoever operates the server.
@ApplicationScoped
class RunMeters {
  private final MeterRegistry registry;
  private final Timer waits;
  private final Timer walls;
  private final AtomicLong queued = new AtomicLong();

  RunMeters(MeterRegistry registry) {
    this.registry = registry;
    this.waits =
        Timer.builder("threadmill.run.wait").publishPercentiles(0.5, 0.95).register(registry);
    this.walls =
        Timer.builder("threadmill.run.wall").publishPercentiles(0.5, 0.95).register(registry);
    registry.gauge("threadmill.queue.length", queued);
  }

  void finished(RunResult result, Duration waited) {
    registry
        .counter("threadmill.runs", "verdict", result.verdict().name().toLowerCase(Locale.ROOT))
        .increment();
    waits.record(waited);
    walls.record(result.timings().wall());
  }

  /// Tells how many runs wait; read from the database now and then.
  void queued(long length) {
    queued.set(length);
  }
}
