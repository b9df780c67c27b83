package threadmill.runner;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many idle sandboxes the memory of this machine, or of this container, is good for.
final class Memory {
  /// What an idle child JVM takes for itself, rounded up; what it shares is not counted.
  private static final long IDLE_BYTES = 56L << 20;

  /// The part of the free memory that idle sandboxes may take: one in so many.
  private static final int SHARE = 8;

  private Memory() {}

  /// All memory of the machine, or what a container may use of it.
  private static long permitted() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  static int sandboxes() {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      var field = "MemAvailable:";
      var line = lines.filter(it -> it.startsWith(field)).findFirst().orElseThrow();
      long kib = Long.parseLong(line.replaceAll("\\D", ""));
      return Math.toIntExact(Math.min(kib << 10, permitted()) / SHARE / IDLE_BYTES);
    } catch (IOException e) {
      throw new RunnerException("no /proc on this machine", e);
    }
  }
}
