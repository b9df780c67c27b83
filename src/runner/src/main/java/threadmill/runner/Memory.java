package threadmill.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many idle sandboxes this machine's memory is good for.
final class Memory {
  /// What an idle child JVM takes for itself, rounded up; what it shares is not counted.
  private static final long IDLE_BYTES = 48L << 20;

  /// The part of the free memory that idle sandboxes may take: one in so many.
  private static final int SHARE = 8;

  private Memory() {}

  static int sandboxes() {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      var field = "MemAvailable:";
      var line = lines.filter(it -> it.startsWith(field)).findFirst().orElseThrow();
      long kib = Long.parseLong(line.replaceAll("\\D", ""));
      return Math.toIntExact((kib << 10) / SHARE / IDLE_BYTES);
    } catch (IOException e) {
      throw new RunnerException("no /proc on this machine", e);
    }
  }
}
