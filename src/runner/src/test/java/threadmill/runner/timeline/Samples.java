package threadmill.runner.timeline;

import java.util.List;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.ThreadState;
import threadmill.harness.wire.ThreadState.Activity;

/// Samples for tests; times are milliseconds since the release.
final class Samples {
  final JavaThreads threads = new JavaThreads(0);

  Samples at(long millis, ThreadState... changed) {
    threads.take(new Report.Sample(millis * 1_000_000, List.of(changed)));
    return this;
  }

  static ThreadState state(long id, String name, Activity activity) {
    return new ThreadState(id, name, false, activity);
  }

  /// A track of process 1 that was named when it was born.
  static ThreadTrack track(int tid, long bornMillis, String comm) {
    var track = new ThreadTrack(1, 1, tid, bornMillis * 1_000_000, false);
    track.named(bornMillis * 1_000_000, "java");
    track.named(bornMillis * 1_000_000, comm);
    return track;
  }

  static void runs(ThreadTrack track, long fromMillis, long toMillis) {
    track.cameToCore(fromMillis * 1_000_000, 0, Long.MAX_VALUE);
    track.leftCore(toMillis * 1_000_000, 0, false, Long.MAX_VALUE);
  }
}
