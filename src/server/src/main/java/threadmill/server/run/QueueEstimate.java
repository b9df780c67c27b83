package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import threadmill.server.event.EventBody;
import threadmill.server.settings.Machine;

/// How long a queued run will wait: `place x median / workers`, the median being that of the last
/// 50 runs. It is exact for runs of equal length and workers that are all busy, and says nothing
/// where nothing has run yet.
@ApplicationScoped
public class QueueEstimate {
  private final RunRepository runs;
  private final Machine machine;

  QueueEstimate(RunRepository runs, Machine machine) {
    this.runs = runs;
    this.machine = machine;
  }

  /// The event that tells a run's place.
  public EventBody.State told(int place) {
    return told(place, runs.medianOfLate());
  }

  /// The same for many runs at once, their median being read before.
  public EventBody.State told(int place, @Nullable Duration median) {
    return new EventBody.State(RunState.QUEUED.name(), place, waitMillis(place, median));
  }

  public @Nullable Duration median() {
    return runs.medianOfLate();
  }

  private @Nullable Long waitMillis(int place, @Nullable Duration median) {
    return median == null ? null : place * median.toMillis() / machine.workers();
  }
}
