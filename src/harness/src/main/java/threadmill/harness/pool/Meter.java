package threadmill.harness.pool;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the CPU time and the memory that a run's threads take, from the JVM's counters of each
/// thread.
///
/// What a thread takes between the last look and its end is not counted. Bytes allocated are never
/// fewer than those alive, so a run that has allocated less than it may have cannot be the one that
/// fills the heap.
///
/// Implementation note: used by the warden alone.
final class Meter {
  private static final ThreadMXBean JVM = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Map<Long, Long> cpu = new HashMap<>();
  private final Map<Long, Long> allocated = new HashMap<>();
  private long cpuOfEnded;
  private long allocatedByEnded;
  private int most;

  void look(List<Thread> alive) {
    most = Math.max(most, alive.size());
    long[] ids = alive.stream().mapToLong(Thread::threadId).toArray();
    cpuOfEnded += take(cpu, ids, JVM.getThreadCpuTime(ids));
    allocatedByEnded += take(allocated, ids, JVM.getThreadAllocatedBytes(ids));
  }

  /// Keeps the newest counts of threads that are alive.
  ///
  /// @return the sum of the last counts of those that are not any more
  private static long take(Map<Long, Long> counts, long[] ids, long[] now) {
    var before = Map.copyOf(counts);
    counts.clear();
    for (int i = 0; i < ids.length; i++) {
      // A thread that has just ended counts -1.
      counts.put(ids[i], Math.max(now[i], before.getOrDefault(ids[i], 0L)));
    }
    return before.entrySet().stream()
        .filter(entry -> !counts.containsKey(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long cpuNanos() {
    return cpuOfEnded + sum(cpu);
  }

  long allocatedBytes() {
    return allocatedByEnded + sum(allocated);
  }

  int mostThreads() {
    return most;
  }

  private static long sum(Map<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
