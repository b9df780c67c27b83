package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunEvent.TimelineGrew;

/// The timeline for those who watch a run: at most [#MOST_SLICES] slices every [#PAUSE], which is
/// fewer than 20 times and 2,000 slices in any second, and less often as the run grows old.
///
/// What is under way is told too, as a slice up to now; when it is told again, longer or with its
/// final state, it begins at the same moment, so a viewer replaces the slice of that lane and
/// beginning. Closed slices are merged as [Thinning] does until they fit, and counted; what a late
/// sample says of a slice that was told is left to the full timeline. Owned by the recording
/// thread.
final class LiveFeed {
  static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(53);

  /// Four times a second is live enough for a run that goes on; more would take its cores from it.
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

  static final int MOST_SLICES = 100;
  private static final int MOST_LANES = 60;
  private static final int FEWEST_LANES = 20;

  /// How long an unchanged slice goes without being told again.
  private static final long REPEAT = TimeUnit.MILLISECONDS.toNanos(500);

  /// How long a thread may go without the name that it sets itself.
  private static final long NAMELESS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long REMATCH = TimeUnit.SECONDS.toNanos(1);

  private final Tracks tracks;
  private final JavaThreads threads;
  private final Marks marks;
  private final Explaining explaining;
  private final int[] cores;
  private final List<ThreadTrack> watched = new ArrayList<>();
  private int known;
  private int matchedTracks = -1;
  private long matchedAt;
  private Matching matching;
  private boolean coresTold;

  LiveFeed(Tracks tracks, JavaThreads threads, Marks marks, int[] cores) {
    this.marks = marks;
    this.tracks = tracks;
    this.threads = threads;
    this.explaining = new Explaining(threads, this::laneOf);
    this.cores = cores;
    this.matching = new Matching(List.of(), threads);
  }

  /// Closed slices, which may be merged, and what is under way, which may not.
  private record Part(ThreadTrack track, List<Slice> closed, List<Slice> open) {}

  /// What has come since the last call.
  TimelineGrew grown(long now) {
    for (; known < tracks.all().size(); known++) {
      watched.add(tracks.all().get(known));
    }
    match(now);
    var lanes = lanes(now);
    var parts = parts(now);
    List<LiveSlice> slices = new ArrayList<>();
    long raw = thinned(parts, now, slices);
    for (var part : parts) {
      var track = part.track();
      track.toldAt = now;
      track.toldUntil = track.open() == null ? track.spans.end() : track.openFrom();
    }
    watched.removeIf(
        track -> track.ended != ThreadTrack.ALIVE && track.toldUntil >= track.spans.end());
    return new TimelineGrew(now, lanes, slices, marks.news(), raw - slices.size());
  }

  /// How long to gather what comes next in a run of this age.
  static long pause(long age) {
    return Math.clamp(age, PAUSE, LONGEST_PAUSE);
  }

  private int laneOf(@Nullable JavaThread thread) {
    var track = matching.trackOf(thread);
    return track == null ? 0 : track.lane;
  }

  private void match(long now) {
    boolean more = threads.news() || matchedTracks != tracks.all().size();
    if (more || now - matchedAt > REMATCH) {
      matching = new Matching(tracks.all(), threads);
      matchedTracks = tracks.all().size();
      matchedAt = now;
    }
  }

  private List<Lane> lanes(long now) {
    List<Lane> lanes = new ArrayList<>();
    if (!coresTold) {
      coresTold = true;
      for (int i = 0; i < cores.length; i++) {
        lanes.add(CoreLanes.lane(i + 1, cores[i], List.of()));
      }
    }
    for (var track : watched) {
      if (!track.shown() || (track.lane == 0 && !hasName(track, now))) {
        continue;
      }
      var names = LaneNames.of(track, matching.of(track), tracks.jvm(track.process));
      if (!names.equals(track.told)) {
        if (track.lane == 0) {
          track.lane = tracks.newLane();
        }
        track.told = names;
        lanes.add(new Lane(track.lane, names.kind(), track.process, names.name(), List.of()));
      }
    }
    return lanes;
  }

  private static boolean hasName(ThreadTrack track, long now) {
    return track.born == Long.MIN_VALUE
        || track.namings.size() > 1
        || track.ended != ThreadTrack.ALIVE
        || now - track.born > NAMELESS;
  }

  /// Those that changed, longest untold first; then those that only went on.
  private List<Part> parts(long now) {
    var due = new ArrayList<ThreadTrack>();
    for (var track : watched) {
      if (track.lane != 0 && (changed(track) || now - track.toldAt >= REPEAT)) {
        due.add(track);
      }
    }
    due.sort(
        Comparator.comparing((ThreadTrack track) -> !changed(track))
            .thenComparingLong(track -> track.toldAt));
    List<Part> parts = new ArrayList<>();
    int most = Math.max(FEWEST_LANES, Math.min(MOST_LANES, MOST_SLICES - cores.length));
    for (var track : due.subList(0, Math.min(most, due.size()))) {
      parts.add(part(track, now));
    }
    return parts;
  }

  private static boolean changed(ThreadTrack track) {
    return track.spans.end() > track.toldUntil
        || (track.open() != null && track.openFrom() > track.toldUntil);
  }

  private Part part(ThreadTrack track, long now) {
    long openFrom = track.open() == null ? Long.MAX_VALUE : track.openFrom();
    List<Slice> closed = new ArrayList<>();
    List<Slice> open = new ArrayList<>();
    int first = track.spans.firstEndingAfter(track.toldUntil);
    for (var slice : explaining.slices(track, matching.of(track), first, now)) {
      if (slice.from() >= openFrom) {
        open.add(slice);
      } else {
        closed.add(slice.from() >= track.toldUntil ? slice : from(track.toldUntil, slice));
      }
    }
    return new Part(track, closed, open);
  }

  private static Slice from(long start, Slice slice) {
    return new Slice(start, slice.to(), slice.state(), slice.core(), slice.detail());
  }

  /// Makes slices of parts, few enough to tell.
  ///
  /// @return how many slices it would have been without merging
  private long thinned(List<Part> parts, long now, List<LiveSlice> into) {
    var closedCores = new CoreLanes(cores);
    var openCores = new CoreLanes(cores);
    for (var part : parts) {
      var told = part.track().told;
      var name = told == null ? part.track().comm() : told.name();
      closedCores.add(part.track().lane, name, part.closed());
      openCores.add(part.track().lane, name, part.open());
    }
    Map<Integer, List<Slice>> mergeable = new HashMap<>();
    for (var part : parts) {
      mergeable.put(part.track().lane, part.closed());
      part.open().forEach(slice -> into.add(new LiveSlice(part.track().lane, slice)));
    }
    for (int i = 0; i < cores.length; i++) {
      int lane = i + 1;
      mergeable.put(lane, closedCores.of(cores[i], now));
      openCores.of(cores[i], now).forEach(slice -> into.add(new LiveSlice(lane, slice)));
    }
    long raw = into.size() + count(mergeable);
    for (long grain = firstGrain(raw);
        into.size() + count(mergeable) > MOST_SLICES && grain < Long.MAX_VALUE / 4;
        grain *= 2) {
      long fixed = grain;
      mergeable.replaceAll((_, slices) -> Thinning.thin(slices, fixed));
    }
    mergeable.forEach((lane, slices) -> slices.forEach(s -> into.add(new LiveSlice(lane, s))));
    if (into.size() > MOST_SLICES) {
      into.subList(MOST_SLICES, into.size()).clear();
    }
    return raw;
  }

  /// What halves a few slices too many at once thins a flood in one pass.
  private static long firstGrain(long raw) {
    return raw < 10 * MOST_SLICES ? 20_000 : PAUSE / 50;
  }

  private static long count(Map<Integer, List<Slice>> lanes) {
    return lanes.values().stream().mapToLong(List::size).sum();
  }
}
