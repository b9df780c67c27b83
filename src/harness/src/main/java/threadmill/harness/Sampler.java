package threadmill.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.misc.CarrierThread;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.ThreadState;
import threadmill.harness.wire.ThreadState.Activity;

/// Samples what platform threads do, and keeps what it said last so that only changes travel.
final class Sampler {
  private Map<Long, ThreadState> before = new HashMap<>();

  Report.Sample look(List<Thread> alive) {
    var now = new HashMap<Long, ThreadState>();
    var changed = new ArrayList<ThreadState>();
    long nanoTime = System.nanoTime();
    for (var thread : alive) {
      var state =
          new ThreadState(
              thread.threadId(),
              Threads.name(thread),
              thread instanceof CarrierThread,
              StatusWord.activity(StatusWord.of(thread)));
      now.put(state.id(), state);
      if (!state.equals(before.get(state.id()))) {
        changed.add(state);
      }
    }
    for (var gone : before.values()) {
      if (!now.containsKey(gone.id())) {
        changed.add(new ThreadState(gone.id(), gone.name(), gone.carrier(), Activity.ENDED));
      }
    }
    before = now;
    return new Report.Sample(nanoTime, changed);
  }
}
