package threadmill.runner.timeline;

import java.util.Arrays;
import threadmill.runner.timeline.Slice.State;

/// How much time each state takes.
@SuppressWarnings("EnumOrdinal") // an index within this object, never stored
final class Shares {
  private static final State[] STATES = State.values();
  private final long[] nanos = new long[STATES.length];

  void clear() {
    Arrays.fill(nanos, 0);
  }

  void add(State state, long time) {
    nanos[state.ordinal()] += time;
  }

  /// The state that takes most.
  State most() {
    int most = 0;
    for (int i = 1; i < nanos.length; i++) {
      if (nanos[i] > nanos[most]) {
        most = i;
      }
    }
    return STATES[most];
  }
}
