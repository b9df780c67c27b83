package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.ThreadState;
import threadmill.harness.wire.ThreadState.Activity;
import threadmill.runner.timeline.Slice.Detail;
import threadmill.runner.timeline.Slice.State;

/// Makes slices of a thread's spans: time off the cores gets the state, the lock and the owner that
/// the JVM's samples tell.
///
/// A sampled state holds from its sample until the next sample that says otherwise, or the end of
/// the stretch. It also holds back to the stretch's beginning when it is one that only the thread
/// itself can enter, since a thread off the cores does nothing: parked, sleeping, waiting, entering
/// a monitor; but not re-entering one, which a `notify` makes of a waiting thread. So does the lock
/// that it waits for, but not who holds that. Without a sample in the stretch, or where the threads
/// that it can be do not agree, it stays [State#OFF_CPU].
final class Explaining {
  /// A sample takes a while; what came to a core sooner after it may have been seen there.
  private static final long MARGIN = 50_000;

  private final JavaThreads threads;
  private final ToIntFunction<@Nullable JavaThread> laneOf;

  /// Explains by samples.
  ///
  /// @param laneOf the lane of a Java thread, or 0 where it is not known
  Explaining(JavaThreads threads, ToIntFunction<@Nullable JavaThread> laneOf) {
    this.threads = threads;
    this.laneOf = laneOf;
  }

  /// Why a thread is off the cores, as far as is known.
  private record Reason(State state, boolean reachesBack, @Nullable Detail detail) {
    static final Reason NONE = new Reason(State.OFF_CPU, false, null);

    /// What of it held since the thread left its core.
    Reason fromBeginning() {
      if (!reachesBack) {
        return NONE;
      }
      return detail == null || detail.owner() == null
          ? this
          : new Reason(
              state, true, new Detail(detail.lock(), null, null, detail.at(), detail.timed()));
    }
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
      into.add(off(from, to, Reason.NONE));
      return;
    }
    long start = from;
    var now = agreed(candidates, sample).fromBeginning();
    long time = sample;
    while (time < to - MARGIN) {
      var next = agreed(candidates, time);
      if (!next.equals(now) && time > start) {
        if (ownerAlone(now, next)) {
          now = next;
        } else {
          into.add(off(start, time, now));
          start = time;
        }
      }
      now = next;
      time = nextChange(candidates, time);
    }
    into.add(off(start, to, now));
  }

  /// Whether all that is new is an owner where none was known: one slice tells both.
  private static boolean ownerAlone(Reason before, Reason after) {
    return before.state() == after.state()
        && before.detail() != null
        && after.detail() != null
        && before.detail().owner() == null
        && Objects.equals(before.detail().lock(), after.detail().lock());
  }

  private static long nextChange(List<JavaThread> candidates, long time) {
    long next = Long.MAX_VALUE;
    for (var thread : candidates) {
      next = Math.min(next, thread.nextChange(time));
    }
    return next;
  }

  private Reason agreed(List<JavaThread> candidates, long time) {
    @Nullable Reason all = null;
    for (var thread : candidates) {
      var sampled = thread.at(time);
      if (sampled == null || sampled.activity() == Activity.ENDED) {
        continue;
      }
      var reason = reason(sampled);
      if (all == null) {
        all = reason;
      } else if (all.state() != reason.state()) {
        return Reason.NONE;
      } else if (!all.equals(reason)) {
        all = new Reason(all.state(), all.reachesBack() && reason.reachesBack(), null);
      }
    }
    return all == null ? Reason.NONE : all;
  }

  private Reason reason(ThreadState sampled) {
    var activity = sampled.activity();
    var state = state(activity);
    return state == State.OFF_CPU
        ? Reason.NONE
        : new Reason(state, activity != Activity.REENTERING, detail(sampled));
  }

  private @Nullable Detail detail(ThreadState sampled) {
    var waits = sampled.waits();
    if (waits == null) {
      return null;
    }
    int owner =
        waits.owner() == 0 || waits.owner() == sampled.id()
            ? 0
            : laneOf.applyAsInt(threads.of(waits.owner()));
    return new Detail(
        waits.on().isEmpty() ? null : waits.on(),
        owner == 0 ? null : owner,
        null,
        waits.at().isEmpty() ? null : waits.at(),
        waits.timed());
  }

  private static State state(Activity activity) {
    return switch (activity) {
      case BLOCKED, REENTERING -> State.BLOCKED;
      case WAITING -> State.WAITING;
      case PARKED -> State.PARKED;
      case SLEEPING -> State.SLEEPING;
      case IO -> State.IO;
      case PINNED -> State.PINNED;
      case RUNNABLE, ENDED -> State.OFF_CPU;
    };
  }

  private static Slice off(long from, long to, Reason reason) {
    return new Slice(from, to, reason.state(), null, reason.detail());
  }
}
