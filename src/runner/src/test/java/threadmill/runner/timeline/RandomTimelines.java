package threadmill.runner.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import threadmill.runner.timeline.Slice.Detail;
import threadmill.runner.timeline.Timeline.Link;
import threadmill.runner.timeline.Timeline.Mark;

/// Timelines out of a seed.
final class RandomTimelines {
  private static final List<String> NAMES =
      List.of("main", "pool-1-thread-1", "größe \"x\"\\", "tab\there", "\ud83d\ude80", "");

  private final RandomGenerator seeded;

  RandomTimelines(long seed) {
    this.seeded = new SplittableRandom(seed);
  }

  Timeline next() {
    List<Lane> lanes = new ArrayList<>();
    for (int id = 1; id <= seeded.nextInt(6); id++) {
      lanes.add(
          new Lane(
              id, any(Lane.Kind.values()), seeded.nextInt(3), name(), slices(seeded.nextInt(200))));
    }
    List<Mark> marks = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = seeded.nextInt(3); i > 0; i--) {
      marks.add(new Mark(seeded.nextLong(-1_000, 1L << 52), name()));
      links.add(new Link(seeded.nextLong(1L << 52), seeded.nextInt(9), seeded.nextInt(9), name()));
    }
    return new Timeline(
        Instant.ofEpochSecond(seeded.nextLong(1L << 33), seeded.nextInt(1_000_000_000)),
        seeded.nextLong(1L << 52),
        lanes,
        marks,
        links,
        any(Timeline.Source.values()),
        seeded.nextInt(1000));
  }

  List<Slice> slices(int count) {
    List<Slice> slices = new ArrayList<>();
    long time = seeded.nextLong(-1_000_000, 1_000_000);
    for (int i = 0; i < count; i++) {
      long from = time + (seeded.nextBoolean() ? 0 : seeded.nextLong(1_000_000));
      time = from + 1 + seeded.nextLong(1L << seeded.nextInt(1, 34));
      slices.add(
          new Slice(
              from,
              time,
              any(Slice.State.values()),
              seeded.nextBoolean() ? null : (Integer) seeded.nextInt(64),
              detail()));
    }
    return slices;
  }

  private @Nullable Detail detail() {
    return seeded.nextInt(3) > 0
        ? null
        : new Detail(
            seeded.nextBoolean() ? null : "java.lang.Object@" + seeded.nextInt(5),
            seeded.nextBoolean() ? null : (Integer) seeded.nextInt(5),
            seeded.nextBoolean() ? null : name());
  }

  private String name() {
    return NAMES.get(seeded.nextInt(NAMES.size()));
  }

  private <T> T any(T[] values) {
    return values[seeded.nextInt(values.length)];
  }
}
