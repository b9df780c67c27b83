package threadmill.runner.timeline;

import threadmill.harness.wire.ThreadState.Activity;
import threadmill.runner.timeline.Slice.State;

/// Compares the CPU time that the JVM told of a Java thread with what the kernel's record of a
/// thread adds up to: nearly a fingerprint, since no two threads work equally long to some ten
/// microseconds.
final class CpuTimes {
  private static final int MOST_CHECKED = 1_000;

  /// What the two clocks may differ by: once, for every switch, and of the whole.
  private static final long ONCE = 500_000;

  private static final long PER_SPAN = 2_000;
  private static final long PART = 20;

  private CpuTimes() {}

  /// Whether a thread of the kernel can have used the CPU time that the samples told. The time was
  /// read at some moment between its sample and the next.
  static boolean fit(ThreadTrack track, JavaThread thread, JavaThreads threads) {
    var spans = track.spans;
    if (!spans.exact() || track.born == Long.MIN_VALUE) {
      return true;
    }
    long ran = 0;
    int span = 0;
    for (int i = 0; i < Math.min(thread.changes(), MOST_CHECKED); i++) {
      long told = thread.cpuNanos(i);
      if (told < 0 || thread.activity(i) == Activity.ENDED) {
        continue;
      }
      long at = thread.changedAt(i);
      while (span < spans.size() && spans.to(span) <= at) {
        ran += ran(spans, span, Long.MAX_VALUE);
        span++;
      }
      long least = ran + (span < spans.size() ? ran(spans, span, at) : open(track, at));
      long next = threads.sampleAfter(at);
      long most = ran;
      int last = span;
      for (; last < spans.size() && spans.from(last) < next; last++) {
        most += ran(spans, last, next);
      }
      most += last == spans.size() ? open(track, next) : 0;
      long tolerance = ONCE + PER_SPAN * last + told / PART;
      if (told < least - tolerance || told > most + tolerance) {
        return false;
      }
    }
    return true;
  }

  private static long ran(Spans spans, int span, long until) {
    return spans.state(span) == State.RUNNING
        ? Math.max(0, Math.min(spans.to(span), until) - spans.from(span))
        : 0;
  }

  private static long open(ThreadTrack track, long until) {
    if (track.open() != State.RUNNING || until <= track.openFrom()) {
      return 0;
    }
    return until == Long.MAX_VALUE ? Long.MAX_VALUE / 4 : until - track.openFrom();
  }
}
