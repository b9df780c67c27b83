package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;

/// All that the samples told, in the order of their times. A sample tells of changes only, so a
/// thread that it leaves out was seen as before. Bounded: above [#MOST_CHANGES] changes the samples
/// are no longer taken in. Owned by the recording thread.
final class JavaThreads {
  static final int MOST_CHANGES = 2_000_000;

  private final long zero;
  private final Map<Long, JavaThread> byId = new HashMap<>();
  private final List<JavaThread> all = new ArrayList<>();
  private long[] samples = new long[64];
  private int count;
  private int changes;
  private boolean news;

  JavaThreads(long zero) {
    this.zero = zero;
  }

  List<JavaThread> all() {
    return all;
  }

  void take(Report.Sample sample) {
    for (long unchanged : sample.unchanged()) {
      if (unchanged <= sample.nanoTime()) {
        sampled(unchanged - zero);
      }
    }
    long time = sample.nanoTime() - zero;
    if (changes + sample.changed().size() > MOST_CHANGES
        || all.size() >= Tracks.MOST_THREADS
        || (count > 0 && time < last())) {
      return;
    }
    long before = sampleBefore(time);
    for (var state : sample.changed()) {
      var thread = byId.get(state.id());
      if (thread == null) {
        thread = new JavaThread(state, before, time);
        byId.put(state.id(), thread);
        all.add(thread);
        news = true;
      }
      news |= thread.changed(time, state);
      changes++;
    }
    sampled(time);
  }

  /// Takes in that a sample was made; one out of order is left out.
  private void sampled(long time) {
    if (count == MOST_CHANGES || (count > 0 && time <= last())) {
      return;
    }
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, count * 2);
    }
    samples[count++] = time;
  }

  /// The thread of a Java id, if a sample had it.
  @Nullable JavaThread of(long id) {
    return byId.get(id);
  }

  /// Whether threads or names came since the last call.
  boolean news() {
    boolean came = news;
    news = false;
    return came;
  }

  /// Time of the first sample at or after a time, or [Long#MAX_VALUE].
  long sampleFrom(long time) {
    int found = Arrays.binarySearch(samples, 0, count, time);
    int at = found >= 0 ? found : -found - 1;
    return at < count ? samples[at] : Long.MAX_VALUE;
  }

  /// Time of the latest sample before a time, or [Long#MIN_VALUE].
  long sampleBefore(long time) {
    int found = Arrays.binarySearch(samples, 0, count, time);
    int at = (found >= 0 ? found : -found - 1) - 1;
    return at < 0 ? Long.MIN_VALUE : samples[at];
  }

  /// Time of the first sample after a time, or [Long#MAX_VALUE].
  long sampleAfter(long time) {
    return time == Long.MAX_VALUE ? time : sampleFrom(time + 1);
  }

  private long last() {
    return samples[count - 1];
  }
}
