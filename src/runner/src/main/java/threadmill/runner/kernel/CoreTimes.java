package threadmill.runner.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/// What some cores have done since the machine started, by the kernel's ticks of 10 ms.
///
/// @param busyNanos time in which anything ran on them, the kernel included
/// @param stealNanos time that the hypervisor gave to other machines
public record CoreTimes(long busyNanos, long stealNanos) {
  private static final Path STAT = Path.of("/proc/stat");

  /// One tick; `USER_HZ` is 100 on every x86-64.
  public static final long TICK_NANOS = 10_000_000;

  public static CoreTimes now(Collection<Integer> cores) {
    try {
      return parse(Files.readString(STAT), cores);
    } catch (IOException unreadable) {
      return new CoreTimes(0, 0);
    }
  }

  /// Columns of proc(5): user, nice, system, idle, iowait, irq, softirq, steal, and guests, which
  /// user and nice include.
  static CoreTimes parse(String stat, Collection<Integer> cores) {
    long busy = 0;
    long steal = 0;
    for (var line : stat.lines().toList()) {
      var words = line.split(" +", -1);
      if (words.length > 8
          && words[0].matches("cpu\\d+")
          && cores.contains(Integer.valueOf(words[0].substring(3)))) {
        busy +=
            ticks(words, 1) + ticks(words, 2) + ticks(words, 3) + ticks(words, 6) + ticks(words, 7);
        steal += ticks(words, 8);
      }
    }
    return new CoreTimes(busy * TICK_NANOS, steal * TICK_NANOS);
  }

  private static long ticks(String[] words, int column) {
    return Long.parseLong(words[column]);
  }

  /// What they did since an earlier moment.
  public CoreTimes since(CoreTimes earlier) {
    return new CoreTimes(busyNanos - earlier.busyNanos, stealNanos - earlier.stealNanos);
  }
}
