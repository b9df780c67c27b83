package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.Explained;
import threadmill.runner.timeline.Slice.State;

/// Compares what the timeline of a real run in a real sandbox says of every wait with what the
/// program itself timed.
class ReasonsTest {
  @TempDir static java.nio.file.Path home;

  @Test
  void nearly_all_time_off_the_cores_has_its_right_reason_and_lock() {
    Recorded.assumePermitted(Timeline.Source.PERF);
    try (var run = Explained.run(home, "explained/reasons.java", 2)) {
      var timeline = run.timeline();
      Map<String, Long> told = new HashMap<>();
      for (var lane : timeline.lanes()) {
        lane.slices()
            .forEach(slice ->
                keys(lane, slice)
                    .forEach(key -> told.merge(key, slice.to() - slice.from(), Long::sum)));
      }
      long known = 0;
      long right = 0;
      for (var line : run.lines("known ")) {
        var words = line.split(" ", -1);
        long nanos = Long.parseLong(words[4]);
        long found = told.getOrDefault(words[1] + " " + words[2] + " " + words[3], 0L);
        System.out.printf(
            "%s %s %s: %.1f ms of %.1f ms%n",
            words[1], words[2], words[3], found / 1e6, nanos / 1e6);
        known += nanos;
        right += Math.min(found, nanos);
      }
      System.out.printf("right: %.2f %% of %.1f ms%n", 100.0 * right / known, known / 1e6);
      assertThat(run.lines("known ")).hasSizeGreaterThanOrEqualTo(15);
      assertThat((double) right / known).isGreaterThanOrEqualTo(0.95);
      assertThat(timeline.links()).extracting(Timeline.Link::why).contains("unlock", "join");
    }
  }

  /// What a slice counts for: its state with its lock, without one, and with the method.
  private static List<String> keys(Lane lane, Slice slice) {
    if (slice.state() == State.RUNNING || slice.state() == State.RUNNABLE) {
      return List.of();
    }
    var start = lane.name() + " " + slice.state() + " ";
    var detail = slice.detail();
    var lock = detail == null ? null : detail.lock();
    var at = detail == null ? null : detail.at();
    return List.of(start + (lock == null ? "-" : lock), start + "at:" + at);
  }
}
