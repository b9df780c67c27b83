package threadmill.runner.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The machine's CPUs.
public final class Cpus {
  private Cpus() {}

  /// The CPUs that are switched on, in order.
  public static int[] online() {
    try {
      return parse(Settings.of("/sys/devices/system/cpu/online"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The CPUs that this process may use, in order.
  public static int[] allowed() {
    var field = "Cpus_allowed_list:";
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      var line = lines.filter(it -> it.startsWith(field)).findFirst().orElseThrow();
      return parse(line.substring(field.length()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Reads a list such as `0-3,8,10-11`.
  public static int[] parse(String list) {
    return Arrays.stream(list.trim().split(",", -1))
        .flatMapToInt(part -> {
          var ends = part.split("-", -1);
          return IntStream.rangeClosed(
              Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        })
        .toArray();
  }
}
