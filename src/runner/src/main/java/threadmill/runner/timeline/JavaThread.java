package threadmill.runner.timeline;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.ThreadState;
import threadmill.harness.wire.ThreadState.Activity;

/// What the samples told of one Java thread. Owned by the recording thread.
final class JavaThread {
  /// Time of the first sample that had it, and of the one before that.
  final long first;

  final long before;

  /// Native names of all names that it ever bore.
  final Set<String> nativeNames = new LinkedHashSet<>();

  private String name;
  private boolean carrier;
  private long[] at = new long[4];
  private ThreadState[] state = new ThreadState[4];
  private int changes;

  JavaThread(ThreadState state, long before, long first) {
    this.before = before;
    this.first = first;
    this.name = state.name();
    this.carrier = state.carrier();
    nativeNames.add(NativeName.of(name));
  }

  String name() {
    return name;
  }

  boolean carrier() {
    return carrier;
  }

  /// Takes in what a sample says.
  ///
  /// @return whether its name or kind is new
  boolean changed(long time, ThreadState state) {
    boolean other = !name.equals(state.name()) || carrier != state.carrier();
    name = state.name();
    carrier = state.carrier();
    nativeNames.add(NativeName.of(name));
    if (changes == at.length) {
      at = Arrays.copyOf(at, changes * 2);
      this.state = Arrays.copyOf(this.state, changes * 2);
    }
    at[changes] = time;
    this.state[changes++] = state;
    return other;
  }

  int changes() {
    return changes;
  }

  long changedAt(int change) {
    return at[change];
  }

  Activity activity(int change) {
    return state[change].activity();
  }

  long cpuNanos(int change) {
    return state[change].cpuNanos();
  }

  /// What the latest sample up to `time` said, or null before the first.
  @Nullable ThreadState at(long time) {
    int change = changeAt(time);
    return change < 0 ? null : state[change];
  }

  private @Nullable Activity activityAt(long time) {
    int change = changeAt(time);
    return change < 0 ? null : activity(change);
  }

  /// When a sample after `time` said something else, or [Long#MAX_VALUE].
  long nextChange(long time) {
    int next = changeAt(time) + 1;
    return next < changes ? at[next] : Long.MAX_VALUE;
  }

  boolean aliveAt(long time) {
    var then = activityAt(time);
    return then != null && then != Activity.ENDED;
  }

  /// Index of the change that holds at a time, or -1.
  private int changeAt(long time) {
    int found = Arrays.binarySearch(at, 0, changes, time);
    return found >= 0 ? found : -found - 2;
  }
}
