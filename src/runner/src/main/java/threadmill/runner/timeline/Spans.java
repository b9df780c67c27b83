package threadmill.runner.timeline;

import java.util.Arrays;
import threadmill.runner.timeline.Slice.State;

/// Stretches of time of one thread in columns: a quarter of the memory that as many [Slice]s take.
/// In order, without overlap, gaps allowed. Not safe for several threads.
final class Spans {
  static final int NO_CORE = -1;

  private long[] from = new long[4];
  private long[] to = new long[4];
  private State[] state = new State[4];
  private short[] core = new short[4];
  private int size;
  private boolean exact = true;

  /// Whether time on the cores adds up to the thread's CPU time.
  boolean exact() {
    return exact;
  }

  void inexact() {
    exact = false;
  }

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
    return state[i];
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
    if (size > 0 && to[size - 1] == start && state[size - 1] == what && core[size - 1] == where) {
      to[size - 1] = stop;
      return 0;
    }
    if (size == from.length) {
      grow();
    }
    from[size] = start;
    to[size] = stop;
    state[size] = what;
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
      if (state[i] == State.RUNNING) {
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
    var shares = new Shares();
    for (int i = 0; i < count; ) {
      int last = i;
      while (last + 1 < count && mergeable(i, last + 1, grain)) {
        last++;
      }
      long start = from[i];
      long stop = to[last];
      int dominant = dominant(i, last, shares);
      var what = state[dominant];
      short where = core[dominant];
      i = last + 1;
      from[kept] = start;
      to[kept] = stop;
      state[kept] = what;
      core[kept] = where;
      kept++;
    }
    int rest = size - count;
    System.arraycopy(from, count, from, kept, rest);
    System.arraycopy(to, count, to, kept, rest);
    System.arraycopy(state, count, state, kept, rest);
    System.arraycopy(core, count, core, kept, rest);
    size = kept + rest;
    exact &= size == before;
    return before - size;
  }

  private boolean mergeable(int first, int next, long grain) {
    return Thinning.mergeable(from[first], to[first], to[next - 1], from[next], to[next], grain);
  }

  /// The longest span of the state that takes most of the time.
  private int dominant(int first, int last, Shares shares) {
    shares.clear();
    for (int i = first; i <= last; i++) {
      shares.add(state[i], to[i] - from[i]);
    }
    var most = shares.most();
    int longest = -1;
    for (int i = first; i <= last; i++) {
      if (state[i] == most && (longest < 0 || to[i] - from[i] > to[longest] - from[longest])) {
        longest = i;
      }
    }
    return longest;
  }

  private void grow() {
    int length = size * 2;
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    state = Arrays.copyOf(state, length);
    core = Arrays.copyOf(core, length);
  }
}
