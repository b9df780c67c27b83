package threadmill.runner.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import threadmill.runner.kernel.Settings;

/// How large perf rings may be: this user may lock `kernel.perf_event_mlock_kb` a CPU, and beyond
/// that what its limit of locked memory leaves. Two runs at once should find room.
final class LockedMemory {
  private static final int RUNS = 2;
  private static final int PAGE = 4096;

  /// A ring of 1 MiB takes 32,000 records: 0.3 s of the fastest hand-over between two threads.
  private static final int MOST_PAGES = 256;

  private static final int FEWEST_PAGES = 8;

  private LockedMemory() {}

  /// Pages for the ring of each core of a run, a power of two.
  static int pages(int cores, int cpus) {
    try {
      var free = Settings.of("/proc/sys/kernel/perf_event_mlock_kb");
      return pages(Long.parseLong(free) * 1024 * cpus, limit(), cores);
    } catch (IOException unknown) {
      return FEWEST_PAGES;
    }
  }

  static int pages(long freeBytes, long limitBytes, int cores) {
    long share = (Math.min(limitBytes, 1L << 40) + freeBytes) / RUNS / cores / PAGE - 1;
    return (int) Long.highestOneBit(Math.clamp(share, FEWEST_PAGES, MOST_PAGES));
  }

  private static long limit() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/limits")).stream()
        .filter(line -> line.startsWith("Max locked memory"))
        .map(line -> line.substring("Max locked memory".length()).trim().split("\\s+", 2)[0])
        .mapToLong(limit -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
        .findFirst()
        .orElse(0);
  }
}
