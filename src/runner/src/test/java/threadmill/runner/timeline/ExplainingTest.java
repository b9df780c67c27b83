package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.runner.timeline.Samples.runs;
import static threadmill.runner.timeline.Samples.state;
import static threadmill.runner.timeline.Samples.track;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import threadmill.harness.wire.ThreadState.Activity;

class ExplainingTest {
  private final ThreadTrack track = track(10, 0, "worker");
  private final Samples samples = new Samples();

  /// Slices up to 100 ms as `from-to STATE`, in milliseconds.
  private String slices() {
    var candidates = new Matching(List.of(track), samples.threads).of(track);
    return new Explaining(samples.threads, _ -> 0)
        .slices(track, candidates, 0, 100_000_000).stream()
            .map(s -> s.from() / 1_000_000 + "-" + s.to() / 1_000_000 + " " + s.state())
            .collect(Collectors.joining(", "));
  }

  @Test
  void a_stretch_without_a_sample_stays_off_cpu() {
    runs(track, 0, 10);
    runs(track, 14, 20);
    samples.at(5, state(1, "worker", Activity.RUNNABLE)).at(12).at(17).at(22);
    assertThat(slices()).isEqualTo("0-10 RUNNING, 10-14 OFF_CPU, 14-20 RUNNING, 20-100 OFF_CPU");
  }

  @Test
  void a_state_from_before_the_thread_ran_again_does_not_hold() {
    runs(track, 0, 10);
    runs(track, 30, 40);
    samples
        .at(12, state(1, "worker", Activity.PARKED))
        .at(35, state(1, "worker", Activity.RUNNABLE));
    assertThat(slices()).isEqualTo("0-10 RUNNING, 10-30 PARKED, 30-40 RUNNING, 40-100 OFF_CPU");
  }

  @Test
  void a_sample_that_tells_no_change_counts_as_a_sample() {
    runs(track, 0, 10);
    runs(track, 30, 40);
    samples.at(12, state(1, "worker", Activity.PARKED)).at(22).at(32).at(42);
    assertThat(slices()).isEqualTo("0-10 RUNNING, 10-30 PARKED, 30-40 RUNNING, 40-100 PARKED");
  }

  @Test
  void a_notified_waiter_is_split_where_it_was_seen_blocked() {
    runs(track, 0, 10);
    samples
        .at(12, state(1, "worker", Activity.WAITING))
        .at(22)
        .at(52, state(1, "worker", Activity.BLOCKED));
    assertThat(slices()).isEqualTo("0-10 RUNNING, 10-52 WAITING, 52-100 BLOCKED");
  }

  @Test
  void a_thread_that_enters_a_monitor_was_blocked_since_it_left_its_core() {
    runs(track, 0, 10);
    samples.at(12, state(1, "worker", Activity.BLOCKED));
    assertThat(slices()).isEqualTo("0-10 RUNNING, 10-100 BLOCKED");
  }

  @Test
  void re_entering_a_monitor_does_not_reach_back_before_its_sample() {
    runs(track, 0, 10);
    samples.at(12, state(1, "worker", Activity.REENTERING));
    assertThat(slices()).isEqualTo("0-10 RUNNING, 10-12 OFF_CPU, 12-100 BLOCKED");
  }

  @Test
  void threads_of_one_name_explain_each_other_only_where_they_agree() {
    var twin = track(11, 0, "worker");
    runs(track, 0, 10);
    runs(twin, 0, 10);
    samples
        .at(12, state(1, "worker", Activity.PARKED), state(2, "worker", Activity.PARKED))
        .at(50, state(2, "worker", Activity.SLEEPING));
    var candidates = samples.threads.all();
    var text =
        new Explaining(samples.threads, _ -> 0)
            .slices(track, candidates, 0, 100_000_000).stream()
                .map(s -> s.from() / 1_000_000 + " " + s.state())
                .toList();
    assertThat(text).containsExactly("0 RUNNING", "10 PARKED", "50 OFF_CPU");
  }
}
