package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.ThreadState.Activity;
import threadmill.runner.timeline.Slice.State;

/// Makes slices of a thread's spans: time off the cores gets the state that the JVM's samples tell.
///
/// A sampled state holds from its sample until the next sample that says otherwise, or the end of
/// the stretch. It also holds back to the stretch's beginning when it is one that only the thread
/// itself can enter, since a thread off the cores does nothing: parked, sleeping, waiting; but not
/// blocked, which a `notify` can make of a waiting one. Without a sample in the stretch, or where
/// the threads that it can be do not agree, it stays [State#OFF_CPU].
final class Explaining {
  /// A sample takes a while; what came to a core sooner after it may have been seen there.
  private static final long MARGIN = 50_000;

  private final JavaThreads threads;

  Explaining(JavaThreads threads) {
    this.threads = threads;
  }

  /// The slices from one span on.
  ///
  /// @param first index of the first span
  /// @param end what is later is cut off, and what is open goes on until then
  List<Slice> slices(ThreadTrack track, List<JavaThread> candidates, int first, long end) {
    List<Slice> slices = new ArrayList<>();
    var spans = track.spans;
    for (int i = first; i < spans.size() && spans.from(i) < end; i++) {
      explain(
          spans.from(i),
          Math.min(spans.to(i), end),
          spans.state(i),
          spans.core(i),
          candidates,
          slices);
    }
    var open = track.open();
    if (open != null && track.openFrom() < end) {
      explain(track.openFrom(), end, open, track.openCore(), candidates, slices);
    }
    return slices;
  }

  private void explain(
      long from, long to, State state, int core, List<JavaThread> candidates, List<Slice> into) {
    if (state != State.OFF_CPU) {
      into.add(new Slice(from, to, state, core == Spans.NO_CORE ? null : core, null));
      return;
    }
    long sample = candidates.isEmpty() ? Long.MAX_VALUE : threads.sampleFrom(from);
    if (sample >= to - MARGIN) {
      into.add(off(from, to, State.OFF_CPU));
      return;
    }
    var known = agreed(candidates, sample);
    long start = from;
    var now = known == State.BLOCKED ? State.OFF_CPU : known;
    long time = sample;
    while (time < to - MARGIN) {
      var next = agreed(candidates, time);
      if (next != now && time > start) {
        into.add(off(start, time, now));
        start = time;
      }
      now = next;
      time = nextChange(candidates, time);
    }
    into.add(off(start, to, now));
  }

  private static long nextChange(List<JavaThread> candidates, long time) {
    long next = Long.MAX_VALUE;
    for (var thread : candidates) {
      next = Math.min(next, thread.nextChange(time));
    }
    return next;
  }

  private static State agreed(List<JavaThread> candidates, long time) {
    @Nullable State all = null;
    for (var thread : candidates) {
      var activity = thread.activityAt(time);
      if (activity == null || activity == Activity.ENDED) {
        continue;
      }
      var state = state(activity);
      if (all != null && all != state) {
        return State.OFF_CPU;
      }
      all = state;
    }
    return all == null ? State.OFF_CPU : all;
  }

  private static State state(Activity activity) {
    return switch (activity) {
      case BLOCKED -> State.BLOCKED;
      case WAITING -> State.WAITING;
      case PARKED -> State.PARKED;
      case SLEEPING -> State.SLEEPING;
      case RUNNABLE, ENDED -> State.OFF_CPU;
    };
  }

  private static Slice off(long from, long to, State state) {
    return new Slice(from, to, state, null, null);
  }
}
