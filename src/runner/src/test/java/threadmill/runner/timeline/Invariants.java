package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import threadmill.runner.timeline.Lane.Kind;
import threadmill.runner.timeline.Slice.State;

/// What holds for every timeline.
final class Invariants {
  private Invariants() {}

  static Timeline checked(Timeline timeline) {
    assertThat(timeline.lanes().stream().map(Lane::id)).doesNotHaveDuplicates();
    Map<Integer, Lane> byId = new HashMap<>();
    timeline.lanes().forEach(lane -> byId.put(lane.id(), lane));
    for (var lane : timeline.lanes()) {
      inOrder(lane.name(), lane.slices());
      for (var slice : lane.slices()) {
        assertThat(slice.to()).isLessThanOrEqualTo(timeline.endNanos());
        if (lane.kind() == Kind.CORE) {
          var detail = slice.detail();
          assertThat(slice.state()).isEqualTo(State.RUNNING);
          var owner = detail == null ? null : byId.get(detail.owner());
          assertThat(detail == null ? null : detail.task()).isNotNull();
          assertThat(owner == null ? null : owner.name())
              .isEqualTo(detail == null ? "" : detail.task());
        } else {
          assertThat(slice.core() != null).isEqualTo(slice.state() == State.RUNNING);
        }
      }
      if (lane.kind() == Kind.CORE
          && timeline.source() == Timeline.Source.PERF
          && timeline.droppedSlices() == 0) {
        int core = Integer.parseInt(lane.name().substring("core ".length()));
        assertThat(Recorded.time(lane, State.RUNNING)).isEqualTo(ranOn(timeline, core));
      }
    }
    return timeline;
  }

  static void inOrder(String name, List<Slice> slices) {
    long end = Long.MIN_VALUE;
    for (var slice : slices) {
      assertThat(slice.from()).as(name).isGreaterThanOrEqualTo(end);
      assertThat(slice.to()).as(name).isGreaterThan(slice.from());
      end = slice.to();
    }
  }

  private static long ranOn(Timeline timeline, int core) {
    return timeline.lanes().stream()
        .filter(lane -> lane.kind() != Kind.CORE)
        .flatMap(lane -> lane.slices().stream())
        .filter(slice -> slice.core() != null && slice.core() == core)
        .mapToLong(slice -> slice.to() - slice.from())
        .sum();
  }
}
