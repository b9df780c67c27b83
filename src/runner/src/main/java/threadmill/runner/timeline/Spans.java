package threadmill.runner.timeline;

import java.util.Arrays;
import threadmill.runner.timeline.Slice.State;

/// Stretches of time of one thread in columns: a quarter of the memory that as many [Slice]s take.
/// In order, without overlap, gaps allowed. Not safe for several threads.
final class Spans {
  static final int NO_CORE = -1;
  private static final State[] STATES = State.values();

  private long[] from = new long[4];
  private long[] to = new long[4];
  private byte[] state = new byte[4];
  private short[] core = new short[4];
  private int size;

  int size() {
    return size;
  }

  long from(int i) {
    return from[i];
  }

  long to(int i) {
    return to[i];
  }

  State state(int i) {
    return STATES[state[i]];
  }

  int core(int i) {
    return core[i];
  }

  long end() {
    return size == 0 ? Long.MIN_VALUE : to[size - 1];
  }

  /// Adds at the end; what lies before the end is cut off, and what goes on as before is joined.
  ///
  /// @return by how many spans the size grew, 0 or 1
  int add(long start, long stop, State what, int where) {
    start = Math.max(start, end());
    if (stop <= start) {
      return 0;
    }
    if (size > 0
        && to[size - 1] == start
        && state[size - 1] == what.ordinal()
        && core[size - 1] == where) {
      to[size - 1] = stop;
      return 0;
    }
    if (size == from.length) {
      grow();
    }
    from[size] = start;
    to[size] = stop;
    state[size] = (byte) what.ordinal();
    core[size] = (short) where;
    size++;
    return 1;
  }

  /// Index of the first span that ends after `time`, or [#size].
  int firstEndingAfter(long time) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (to[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether the thread was seen on a core between two moments.
  boolean ran(long start, long stop) {
    for (int i = firstEndingAfter(start); i < size && from[i] < stop; i++) {
      if (state[i] == State.RUNNING.ordinal()) {
        return true;
      }
    }
    return false;
  }

  /// Merges neighbours among the first `count` spans as [Thinning] does.
  ///
  /// @return how many spans went
  int thin(int count, long grain) {
    int before = size;
    int kept = 0;
    var shares = new long[STATES.length];
    var cores = new short[STATES.length];
    for (int i = 0; i < count; ) {
      int last = i;
      while (last + 1 < count && mergeable(i, last + 1, grain)) {
        last++;
      }
      long start = from[i];
      long stop = to[last];
      byte dominant = dominant(i, last, shares, cores);
      short where = cores[dominant];
      i = last + 1;
      from[kept] = start;
      to[kept] = stop;
      state[kept] = dominant;
      core[kept] = where;
      kept++;
    }
    int rest = size - count;
    System.arraycopy(from, count, from, kept, rest);
    System.arraycopy(to, count, to, kept, rest);
    System.arraycopy(state, count, state, kept, rest);
    System.arraycopy(core, count, core, kept, rest);
    size = kept + rest;
    return before - size;
  }

  private boolean mergeable(int first, int next, long grain) {
    return Thinning.mergeable(from[first], to[first], to[next - 1], from[next], to[next], grain);
  }

  private byte dominant(int first, int last, long[] shares, short[] cores) {
    Arrays.fill(shares, 0);
    byte dominant = state[first];
    for (int i = first; i <= last; i++) {
      shares[state[i]] += to[i] - from[i];
      cores[state[i]] = core[i];
      if (shares[state[i]] > shares[dominant]) {
        dominant = state[i];
      }
    }
    return dominant;
  }

  private void grow() {
    int length = size * 2;
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    state = Arrays.copyOf(state, length);
    core = Arrays.copyOf(core, length);
  }
}
