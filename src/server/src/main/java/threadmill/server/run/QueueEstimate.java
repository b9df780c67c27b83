package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import threadmill.server.event.EventBody;
import threadmill.server.settings.Machine;

/// How long a queued run will wait: `place x median / workers`, the median being that of the last
/// 50 runs. It is exact for runs of equal length and workers that are all busy, and says nothing
/// where nothing has run yet.
///
/// Implementation note: `known` is replaced as a whole; two threads may read the median at once.
@ApplicationScoped
public class QueueEstimate {
  /// One run more or less changes little.
  private static final long FRESH_NANOS = 1_000_000_000;

  private final RunRepository runs;
  private final Machine machine;
  private volatile @Nullable Known known;

  private record Known(@Nullable Duration median, long at) {}

  QueueEstimate(RunRepository runs, Machine machine) {
    this.runs = runs;
    this.machine = machine;
  }

  /// The event that tells a run's place.
  public EventBody.State told(int place) {
    return told(place, median());
  }

  /// The same for many runs at once, their median being read before.
  public EventBody.State told(int place, @Nullable Duration median) {
    return new EventBody.State(RunState.QUEUED.name(), place, waitMillis(place, median));
  }

  public @Nullable Duration median() {
    var last = known;
    if (last == null || System.nanoTime() - last.at() > FRESH_NANOS) {
      last = new Known(runs.medianOfLate(), System.nanoTime());
      known = last;
    }
    return last.median();
  }

  private @Nullable Long waitMillis(int place, @Nullable Duration median) {
    return median == null ? null : place * median.toMillis() / machine.workers();
  }
}
