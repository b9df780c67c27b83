package threadmill.runner.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the whole timeline together at a run's end, with all that is known by then. Above
/// [#MOST_SLICES] slices, core lanes included, short ones are merged.
final class Assembling {
  static final int MOST_SLICES = 400_000;

  private Assembling() {}

  static Timeline timeline(
      Instant startedAt,
      long end,
      Tracks tracks,
      JavaThreads threads,
      Marks marks,
      int[] cores,
      Timeline.Source source) {
    var matching = new Matching(tracks.all(), threads);
    var explaining = new Explaining(threads, thread -> lane(matching.trackOf(thread)));
    var onCores = new CoreLanes(cores);
    List<Lane> lanes = new ArrayList<>();
    // Before any slice is explained: it may name the lane of a later thread.
    for (var track : tracks.all()) {
      if (track.lane == 0 && track.startsBefore(end)) {
        track.lane = tracks.newLane();
      }
    }
    for (var track : tracks.all()) {
      var candidates = matching.of(track);
      var slices = explaining.slices(track, candidates, 0, end);
      if (!slices.isEmpty()) {
        var names = LaneNames.of(track, candidates, tracks.jvm(track.process));
        onCores.add(track.lane, names.name(), slices);
        lanes.add(new Lane(track.lane, names.kind(), track.process, names.name(), slices));
      }
    }
    for (int i = 0; i < cores.length; i++) {
      lanes.add(CoreLanes.lane(i + 1, cores[i], onCores.of(cores[i], end)));
    }
    var links = new Linking(lanes, threads).links();
    long before = count(lanes);
    lanes = capped(lanes, MOST_SLICES);
    return new Timeline(
        startedAt,
        end,
        lanes,
        marks.until(end),
        links,
        source,
        tracks.dropped() + before - count(lanes));
  }

  private static int lane(@Nullable ThreadTrack track) {
    return track == null ? 0 : track.lane;
  }

  /// Merges the short slices of all lanes until no more than `most` are left, if that can be.
  static List<Lane> capped(List<Lane> lanes, int most) {
    var capped = lanes;
    for (long grain = 1_000; count(capped) > most && grain < Long.MAX_VALUE / 4; grain *= 2) {
      long fixed = grain;
      capped =
          capped.stream()
              .map(lane ->
                  new Lane(
                      lane.id(),
                      lane.kind(),
                      lane.pid(),
                      lane.name(),
                      Thinning.thin(lane.slices(), fixed)))
              .toList();
    }
    return capped;
  }

  private static long count(List<Lane> lanes) {
    return lanes.stream().mapToLong(lane -> lane.slices().size()).sum();
  }
}
