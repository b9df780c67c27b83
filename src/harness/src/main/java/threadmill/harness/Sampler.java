package threadmill.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jdk.internal.misc.CarrierThread;
import jdk.internal.misc.InnocuousThread;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.ThreadState;
import threadmill.harness.wire.ThreadState.Activity;

/// Samples what platform threads do and wait for, and keeps what it said last so that only changes
/// travel. That a sample found no change is told as well, later and several at once.
final class Sampler {
  /// Samples without a change are told so often.
  private static final long TOLD_NANOS = 40_000_000;

  /// What the kernel keeps of a thread's name, in bytes.
  private static final int NATIVE_NAME = 15;

  private final ThreadGroup system = Threads.systemGroup();
  private final Reasons reasons;
  private final List<Long> unchanged = new ArrayList<>();
  private Map<Long, ThreadState> before = new HashMap<>();
  private Set<String> nativeTwins = Set.of();
  private int runnable;
  private boolean changed;

  Sampler(Program program) {
    this.reasons = new Reasons(program);
  }

  /// How many of the program's threads were on a core, or wanted one, at the last look.
  int runnable() {
    return runnable;
  }

  /// Whether any thread was seen in another state at the last look than at the one before.
  boolean changed() {
    return changed;
  }

  /// A sample, when there is something to tell.
  Optional<Report.Sample> look(List<Thread> alive) {
    var now = new HashMap<Long, ThreadState>();
    var news = new ArrayList<ThreadState>();
    long nanoTime = System.nanoTime();
    for (var state : states(alive)) {
      var known = before.get(state.id());
      if (known == null || !same(state, known)) {
        news.add(state);
      }
      now.put(state.id(), state);
    }
    for (var gone : before.values()) {
      if (!now.containsKey(gone.id())) {
        reasons.ended(gone.id());
        news.add(new ThreadState(gone.id(), gone.name(), gone.carrier(), Activity.ENDED));
      }
    }
    if (!before.keySet().equals(now.keySet())) {
      nativeTwins = twins(now);
    }
    before = now;
    changed = !news.isEmpty();
    return told(nanoTime, news);
  }

  private Optional<Report.Sample> told(long nanoTime, List<ThreadState> news) {
    if (news.isEmpty() && (unchanged.isEmpty() || nanoTime - unchanged.getFirst() < TOLD_NANOS)) {
      unchanged.add(nanoTime);
      return Optional.empty();
    }
    var sample = new Report.Sample(nanoTime, unchanged, news);
    unchanged.clear();
    return Optional.of(sample);
  }

  private List<ThreadState> states(List<Thread> alive) {
    int count = alive.size();
    var words = new int[count];
    var asked = new long[count];
    var askedAt = new int[count];
    int asks = 0;
    runnable = 0;
    for (int i = 0; i < count; i++) {
      var thread = alive.get(i);
      words[i] = StatusWord.of(thread);
      askedAt[i] = -1;
      if (!isJvms(thread)
          && Reasons.asks(StatusWord.activity(words[i]), before.get(thread.threadId()))) {
        askedAt[i] = asks;
        asked[asks++] = thread.threadId();
      }
    }
    var infos = asks == 0 ? null : Monitors.of(Arrays.copyOf(asked, asks));
    var states = new ArrayList<ThreadState>(count);
    for (int i = 0; i < count; i++) {
      var thread = alive.get(i);
      var activity = StatusWord.activity(words[i]);
      boolean carrier = thread instanceof CarrierThread;
      var info = infos == null || askedAt[i] < 0 ? null : infos[askedAt[i]];
      var found =
          isJvms(thread)
              ? new Reasons.Found(activity, null)
              : reasons.of(thread, words[i], activity, info, carrier);
      if (found.activity() == Activity.RUNNABLE && !isJvms(thread)) {
        runnable++;
      }
      states.add(
          new ThreadState(
              thread.threadId(),
              Threads.name(thread),
              carrier,
              found.activity(),
              found.waits(),
              cpuNanos(thread)));
    }
    return states;
  }

  /// The JVM's own threads, whose waits explain nothing of the program's. Carriers are in that
  /// group too.
  private boolean isJvms(Thread thread) {
    return !(thread instanceof CarrierThread)
        && (system.equals(thread.getThreadGroup())
            || (thread instanceof InnocuousThread && thread.getName().equals("Common-Cleaner")));
  }

  private long cpuNanos(Thread thread) {
    return !nativeTwins.isEmpty() && nativeTwins.contains(nativeName(thread.getName()))
        ? Monitors.cpuNanos(thread.threadId())
        : ThreadState.UNKNOWN;
  }

  /// CPU time alone is no news.
  private static boolean same(ThreadState one, ThreadState other) {
    return one.activity() == other.activity()
        && one.carrier() == other.carrier()
        && (one.cpuNanos() < 0) == (other.cpuNanos() < 0)
        && one.name().equals(other.name())
        && Objects.equals(one.waits(), other.waits());
  }

  /// Native names that several threads share, so that the kernel's record does not tell them apart.
  private static Set<String> twins(Map<Long, ThreadState> states) {
    var seen = new HashSet<String>();
    var twins = new HashSet<String>();
    for (var state : states.values()) {
      var name = nativeName(state.name());
      if (!seen.add(name)) {
        twins.add(name);
      }
    }
    return twins;
  }

  private static String nativeName(String name) {
    var start = name.length() <= NATIVE_NAME ? name : name.substring(0, NATIVE_NAME);
    var bytes = start.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= NATIVE_NAME
        ? start
        : new String(bytes, 0, NATIVE_NAME, StandardCharsets.UTF_8);
  }
}
