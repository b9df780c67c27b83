package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.runner.timeline.Samples.runs;
import static threadmill.runner.timeline.Samples.state;
import static threadmill.runner.timeline.Samples.track;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import threadmill.harness.wire.ThreadState.Activity;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.State;

class MatchingTest {
  private static final long MILLI = 1_000_000;
  private static final String ONE = "ForkJoinPool-1-worker-1";
  private static final String TWO = "ForkJoinPool-1-worker-2";

  private static String name(ThreadTrack track, Samples samples, ThreadTrack... all) {
    var candidates = new Matching(List.of(all), samples.threads).of(track);
    return LaneNames.of(track, candidates, true).name();
  }

  @Test
  void a_name_that_one_thread_bears_settles_it() {
    var track = track(10, 1, "a-very-long-thr");
    var samples = new Samples().at(5, state(1, "a-very-long-thread-name", Activity.PARKED));
    assertThat(name(track, samples, track)).isEqualTo("a-very-long-thread-name");
  }

  @Test
  void threads_that_nothing_tells_apart_share_what_their_names_share() {
    var first = track(10, 1, "ForkJoinPool-1-");
    var second = track(11, 1, "ForkJoinPool-1-");
    var samples =
        new Samples().at(5, state(1, ONE, Activity.PARKED), state(2, TWO, Activity.PARKED));
    assertThat(name(first, samples, first, second)).isEqualTo("ForkJoinPool-1-worker-*");
  }

  @Test
  void a_thread_that_started_after_the_sample_is_another_one() {
    var first = track(10, 1, "ForkJoinPool-1-");
    var second = track(11, 18, "ForkJoinPool-1-");
    var samples =
        new Samples()
            .at(5, state(1, ONE, Activity.PARKED))
            .at(10)
            .at(15)
            .at(20, state(2, TWO, Activity.PARKED))
            .at(25);
    assertThat(name(first, samples, first, second)).isEqualTo(ONE);
    assertThat(name(second, samples, first, second)).isEqualTo(TWO);
  }

  @Test
  void a_status_that_changed_is_not_of_the_thread_that_did_not_run() {
    var first = track(10, 1, "ForkJoinPool-1-");
    var second = track(11, 1, "ForkJoinPool-1-");
    runs(first, 2, 3);
    runs(second, 2, 3);
    runs(second, 31, 32);
    var samples = new Samples();
    samples.at(5, state(1, ONE, Activity.PARKED), state(2, TWO, Activity.PARKED));
    samples.at(10).at(20).at(30);
    samples.at(35, state(1, ONE, Activity.SLEEPING)).at(40);
    assertThat(name(second, samples, first, second)).isEqualTo(ONE);
    assertThat(name(first, samples, first, second)).isEqualTo(TWO);
  }

  @Test
  void a_thread_whose_counters_are_looked_at_may_have_run_anywhere_between_two_looks() {
    var busy = track(10, 1, "a-very-long-thr");
    busy.looked(2 * MILLI, 33 * MILLI, true);
    busy.spent(2 * MILLI, 3 * MILLI, State.RUNNING, 0);
    busy.rests();
    busy.looked(33 * MILLI, 60 * MILLI, false);
    var samples = new Samples();
    samples.at(5, state(1, "a-very-long-thread-one", Activity.RUNNABLE)).at(10).at(20);
    samples.at(30, state(1, "a-very-long-thread-one", Activity.SLEEPING)).at(35).at(40);
    assertThat(name(busy, samples, busy)).isEqualTo("a-very-long-thread-one");

    samples.at(45).at(50, state(1, "a-very-long-thread-one", Activity.PARKED)).at(55);
    assertThat(name(busy, samples, busy)).isEqualTo("a-very-long-thr");
  }

  @Test
  void a_name_counts_from_when_it_was_read() {
    var tracks = new Tracks(0);
    tracks.process(1);
    var late = Objects.requireNonNull(tracks.found(MILLI, 25 * MILLI, 1, 10, "late"));
    var samples = new Samples().at(5).at(10).at(15).at(20, state(1, "late", Activity.PARKED));
    assertThat(new Matching(List.of(late), samples.threads).of(late)).hasSize(1);
  }

  @Test
  void a_notified_thread_is_blocked_without_having_run() {
    var first = track(10, 1, "a-very-long-thr");
    runs(first, 2, 3);
    var samples =
        new Samples()
            .at(5, state(1, "a-very-long-thread-name", Activity.WAITING))
            .at(10)
            .at(20)
            .at(30, state(1, "a-very-long-thread-name", Activity.BLOCKED))
            .at(40);
    assertThat(name(first, samples, first)).isEqualTo("a-very-long-thread-name");
  }

  @Test
  void a_thread_renamed_from_outside_keeps_its_match_and_bears_the_new_name() {
    var track = track(10, 1, "before");
    var samples =
        new Samples()
            .at(5, state(1, "before", Activity.RUNNABLE))
            .at(10, state(1, "afterwards", Activity.RUNNABLE));
    assertThat(name(track, samples, track)).isEqualTo("afterwards");
  }

  @Test
  void main_is_the_launcher_s_first_thread_which_the_kernel_knows_as_java() {
    var main = new ThreadTrack(1, 9, 10, Long.MIN_VALUE, true);
    main.named(Long.MIN_VALUE, "java");
    var samples = new Samples().at(5, state(1, "main", Activity.RUNNABLE));
    var candidates = new Matching(List.of(main), samples.threads).of(main);
    assertThat(candidates).hasSize(1);
    assertThat(LaneNames.of(main, candidates, true)).isEqualTo(new LaneNames("main", Kind.THREAD));
    assertThat(LaneNames.of(main, List.of(), true)).isEqualTo(new LaneNames("main", Kind.THREAD));
  }
}
