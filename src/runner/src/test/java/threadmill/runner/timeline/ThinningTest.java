package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import threadmill.runner.RunEvent.TimelineGrew;
import threadmill.runner.timeline.Slice.State;

class ThinningTest {
  private static Slice slice(long from, long to, State state) {
    return new Slice(from, to, state, null, null);
  }

  @Test
  void short_neighbours_become_one_of_the_state_that_took_most() {
    var slices =
        List.of(
            slice(0, 40, State.PARKED),
            slice(40, 70, State.RUNNING),
            slice(70, 90, State.PARKED),
            slice(90, 500, State.SLEEPING),
            slice(500, 510, State.RUNNING));
    assertThat(Thinning.thin(slices, 100))
        .containsExactly(
            slice(0, 90, State.PARKED),
            slice(90, 500, State.SLEEPING),
            slice(500, 510, State.RUNNING));
  }

  @Test
  void thinned_slices_stay_in_order_and_keep_the_lane_s_beginning_and_end() {
    var timelines = new RandomTimelines(11);
    for (int i = 0; i < 200; i++) {
      var slices = timelines.slices(100);
      for (long grain = 1_000; grain < 1L << 36; grain *= 7) {
        var thin = Thinning.thin(slices, grain);
        Invariants.inOrder("thinned", thin);
        assertThat(thin.getFirst().from()).isEqualTo(slices.getFirst().from());
        assertThat(thin.getLast().to()).isEqualTo(slices.getLast().to());
      }
    }
  }

  @Test
  void a_timeline_above_its_cap_is_thinned_below_it() {
    var timelines = new RandomTimelines(12);
    var lanes =
        List.of(
            new Lane(1, Lane.Kind.THREAD, 1, "a", timelines.slices(5_000)),
            new Lane(2, Lane.Kind.THREAD, 1, "b", timelines.slices(5_000)));
    var capped = Assembling.capped(lanes, 600);
    assertThat(capped.stream().mapToInt(lane -> lane.slices().size()).sum()).isBetween(10, 600);
  }

  /// Threads that switch every few microseconds, on two cores.
  private static void switching(Tracks tracks, long from, long to, int threads) {
    var random = new SplittableRandom(5);
    long time = from;
    int turn = 0;
    while (time < to) {
      int tid = 100 + turn++ % threads;
      tracks.cameToCore(time, tid, tid % 2);
      time += random.nextLong(1, 20_000);
      tracks.leftCore(time, tid, tid % 2, random.nextBoolean());
    }
  }

  private static Tracks tracks(int most, int threads) {
    var tracks = new Tracks(2, most);
    tracks.process(1);
    for (int i = 0; i < threads; i++) {
      tracks.found(1, 100 + i, "thread-" + i, false);
    }
    return tracks;
  }

  @Test
  void millions_of_switches_stay_within_the_cap_and_are_counted() {
    var tracks = tracks(10_000, 8);
    switching(tracks, 0, 10_000_000_000L, 8);
    var timeline =
        Assembling.timeline(
            Instant.EPOCH,
            10_000_000_000L,
            tracks,
            new JavaThreads(0),
            new Marks(0),
            new int[] {0, 1},
            Timeline.Source.PERF);
    Invariants.checked(timeline);
    assertThat(timeline.lanes().stream().mapToInt(lane -> lane.slices().size()).sum())
        .isBetween(2_000, 20_000);
    assertThat(timeline.droppedSlices()).isGreaterThan(900_000);
  }

  @Test
  void viewers_get_at_most_2000_slices_a_second_whatever_happens() {
    for (int threads : new int[] {2, 40, 300}) {
      var tracks = tracks(Tracks.MOST_SPANS, threads);
      var feed = new LiveFeed(tracks, new JavaThreads(0), new Marks(0), new int[] {0, 1});
      long slices = 0;
      long merged = 0;
      for (long time = 0; time < 1_000_000_000; time += LiveFeed.PAUSE) {
        switching(tracks, time, time + LiveFeed.PAUSE, threads);
        var part = feed.grown(time + LiveFeed.PAUSE);
        slices += part.slices().size();
        merged += part.mergedSlices();
      }
      assertThat(slices).isBetween(100L, 2_000L);
      assertThat(merged).isGreaterThan(50_000);
    }
  }

  @Test
  void a_viewer_that_replaces_by_lane_and_beginning_sees_no_overlap() {
    var tracks = tracks(Tracks.MOST_SPANS, 4);
    var feed = new LiveFeed(tracks, new JavaThreads(0), new Marks(0), new int[] {0, 1});
    var seen = new TreeMap<Integer, TreeMap<Long, Slice>>();
    for (long time = 0; time < 2_000_000_000; time += LiveFeed.PAUSE) {
      switching(tracks, time, time + LiveFeed.PAUSE / 2, 4);
      TimelineGrew part = feed.grown(time + LiveFeed.PAUSE);
      for (var slice : part.slices()) {
        seen.computeIfAbsent(slice.lane(), _ -> new TreeMap<>())
            .put(slice.slice().from(), slice.slice());
      }
    }
    assertThat(seen).hasSize(6);
    seen.forEach(
        (lane, slices) -> Invariants.inOrder("lane " + lane, List.copyOf(slices.values())));
  }
}
