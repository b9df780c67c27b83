package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.timeline.Slice.State;

/// What the kernel told of one thread: its names, its life, its time on and off the cores. Times
/// count from the release. Owned by the recording thread.
final class ThreadTrack {
  /// Life without an end yet.
  static final long ALIVE = Long.MAX_VALUE;

  /// Name that the kernel gave at some time, and from when; the moment may be earlier than told.
  record Naming(long at, String comm) {}

  final int pid;
  final int tid;
  final int process;
  final boolean leader;

  /// When it was started, or [Long#MIN_VALUE] for a thread that was there at the release.
  final long born;

  /// Whether it is the first thread that its process's first thread started: Java's `main`, which
  /// HotSpot does not name to the kernel.
  final boolean main;

  final List<Naming> namings = new ArrayList<>();
  final Spans spans = new Spans();
  long ended = ALIVE;

  /// 0 until it is listed.
  int lane;

  /// Name and kind that viewers were told, and until when they have been told all.
  @Nullable LaneNames told;

  long toldUntil = Long.MIN_VALUE;
  long toldAt = Long.MIN_VALUE;

  /// Between which looks it ran, where its spans are made of samples and may lie beside the truth.
  private final Spans looks = new Spans();

  private long lookedUntil = Long.MIN_VALUE;

  private @Nullable State open;
  private long openFrom;
  private int openCore = Spans.NO_CORE;
  private boolean seen;

  ThreadTrack(int process, int pid, int tid, long born, boolean main) {
    this.process = process;
    this.pid = pid;
    this.tid = tid;
    this.leader = pid == tid;
    this.born = born;
    this.main = main;
    if (born != Long.MIN_VALUE) {
      seen = true;
      open = State.RUNNABLE;
      openFrom = born;
    }
  }

  String comm() {
    return namings.getLast().comm();
  }

  void named(long at, String comm) {
    if (namings.isEmpty() || !comm().equals(comm)) {
      namings.add(new Naming(at, comm));
    }
  }

  /// It came to a core.
  ///
  /// @param lossAt since when records may be missing; after it, what was open is not known
  int cameToCore(long at, int core, long lossAt) {
    int grown = 0;
    lost(lossAt);
    if (!seen) {
      grown = spans.add(0, at, State.OFF_CPU, Spans.NO_CORE);
    } else {
      grown = closeOpen(open == State.RUNNING ? Math.min(at, lossAt) : at);
    }
    open(State.RUNNING, at, core);
    return grown;
  }

  int leftCore(long at, int core, boolean preempted, long lossAt) {
    int grown;
    lost(lossAt);
    if (!seen) {
      grown = spans.add(0, at, State.RUNNING, core);
    } else {
      grown = closeOpen(open == State.RUNNING ? at : Math.min(at, lossAt));
    }
    open(preempted ? State.RUNNABLE : State.OFF_CPU, at, Spans.NO_CORE);
    return grown;
  }

  int exited(long at) {
    int grown = seen ? closeOpen(at) : 0;
    open = null;
    ended = at;
    return grown;
  }

  /// Adds a stretch that is known as a whole. What goes on after it is not known.
  int spent(long from, long to, State state, int core) {
    seen = true;
    open = null;
    spans.inexact();
    return spans.add(from, to, state, core);
  }

  /// A look at its counters, which have grown since the look before where it ran.
  void looked(long before, long now, boolean ran) {
    lookedUntil = now;
    if (ran) {
      looks.add(before, now, State.RUNNING, Spans.NO_CORE);
    }
  }

  /// Whether it may have been on a core between two moments; true where nothing tells.
  boolean mayHaveRun(long start, long stop) {
    if (lookedUntil != Long.MIN_VALUE) {
      return stop > lookedUntil || looks.ran(start, stop);
    }
    return !spans.exact()
        || spans.ran(start, stop)
        || (open == null ? spans.end() < stop : open == State.RUNNING && openFrom() < stop);
  }

  /// It is off the cores since its last stretch.
  void rests() {
    open(State.OFF_CPU, spans.end(), Spans.NO_CORE);
  }

  /// Whether it ran or wanted to run since the release.
  boolean shown() {
    return seen;
  }

  /// Whether there is anything to show of it before a time.
  boolean startsBefore(long end) {
    return (spans.size() > 0 && spans.from(0) < end) || (open != null && openFrom() < end);
  }

  @Nullable State open() {
    return open;
  }

  long openFrom() {
    return Math.max(openFrom, spans.end());
  }

  int openCore() {
    return openCore;
  }

  private void lost(long lossAt) {
    if (lossAt != Long.MAX_VALUE) {
      spans.inexact();
    }
  }

  private int closeOpen(long at) {
    return open == null ? 0 : spans.add(openFrom, at, open, openCore);
  }

  private void open(State state, long at, int core) {
    seen = true;
    open = state;
    openFrom = at;
    openCore = core;
  }
}
