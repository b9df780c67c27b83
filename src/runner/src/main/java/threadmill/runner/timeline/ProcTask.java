package threadmill.runner.timeline;

import java.util.Map;
import threadmill.runner.kernel.ProcFile;
import threadmill.runner.timeline.Slice.State;

/// One thread in samples of `/proc`: what its counters of time on a core and time in the queue
/// gained becomes spans of exactly that length. Where they lie between two samples is not known: a
/// thread that ran goes on, one that sleeps ran just before.
///
/// The kernel brings the counter of a running thread up to date at its tick only, so such a thread
/// may be ahead of its counter by [#TICK].
///
/// Threads that share a core ran one after the other, in an order that nothing tells: each gets the
/// first time at which the core is not given to another yet, and waits around that.
final class ProcTask implements AutoCloseable {
  /// A tick of a kernel of 250 Hz.
  static final long TICK = 4_000_000;

  private static final int WORDS_TO_PROCESSOR = 35;

  final ThreadTrack track;
  long nextName;

  private final ProcFile schedstat;
  private final ProcFile stat;
  private final Map<Integer, Long> given;
  private long counted;
  private long ran;
  private long waited;
  private long accounted;
  private boolean running;

  /// A thread that was not looked at yet.
  ///
  /// @param given until when each core is given to some thread; shared by all threads
  ProcTask(ThreadTrack track, ProcFile schedstat, ProcFile stat, Map<Integer, Long> given) {
    this.track = track;
    this.given = given;
    this.schedstat = schedstat;
    this.stat = stat;
    this.accounted = Math.max(0, track.born);
    if (track.born == Long.MIN_VALUE && schedstat.read()) {
      ran = schedstat.number();
      counted = ran;
      waited = schedstat.number();
    }
  }

  /// Takes in what the counters gained.
  ///
  /// @param before when it was looked at before, since the release
  /// @param now this moment, since the release
  /// @return spans that came, or -1 when the thread is gone
  int look(long before, long now) {
    if (!schedstat.read()) {
      return -1;
    }
    long counter = schedstat.number();
    track.looked(before - TICK, now, counter > counted);
    counted = counter;
    long moreRun = counter - ran;
    long moreWait = schedstat.number() - waited;
    if (moreRun <= 0 && moreWait <= 0) {
      return 0;
    }
    if (!stat.read()) {
      return -1;
    }
    boolean runs = stat.afterName() == 'R';
    stat.skip(WORDS_TO_PROCESSOR);
    int core = (int) stat.number();
    // What does not fit stays in the counters' difference, and is placed next time.
    long room = Math.max(0, now - accounted);
    moreRun = Math.min(moreRun, room);
    moreWait = Math.min(moreWait, room - moreRun);
    ran += moreRun;
    waited += moreWait;
    return place(before, now, moreRun, moreWait, runs, core);
  }

  private int place(long before, long now, long run, long wait, boolean runs, int core) {
    long rest = now - accounted - run - wait;
    long off;
    if (running) {
      off = runs ? Math.max(0, rest - TICK) : 0;
    } else {
      off = runs ? rest : Math.clamp(before - accounted, 0, rest);
    }
    long start = accounted + off;
    int grown = track.spent(accounted, start, State.OFF_CPU, Spans.NO_CORE);
    long end = start + wait + run;
    long onCore = Math.clamp(given.getOrDefault(core, start), start, start + wait);
    given.merge(core, onCore + run, Math::max);
    grown += track.spent(start, onCore, State.RUNNABLE, Spans.NO_CORE);
    grown += track.spent(onCore, onCore + run, State.RUNNING, core);
    grown += track.spent(onCore + run, end, State.RUNNABLE, Spans.NO_CORE);
    accounted = end;
    running = runs;
    if (!runs) {
      track.rests();
    }
    return grown;
  }

  @Override
  public void close() {
    schedstat.close();
    stat.close();
  }
}
