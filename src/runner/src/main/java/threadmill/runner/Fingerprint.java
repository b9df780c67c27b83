package threadmill.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threadmill.runner.kernel.Cpus;

/// What a measured time depends on beside the program: numbers of different machines do not
/// compare.
///
/// @param cpu model name of the processor
/// @param cores cores that are switched on
/// @param usableCores numbers of those that runs may have
/// @param governor frequency governor of the first usable core, null where the kernel tells none
/// @param jdk version of the JVM that programs run in
/// @param flags what it was started with
public record Fingerprint(
    String cpu,
    int cores,
    List<Integer> usableCores,
    @Nullable String governor,
    long memoryBytes,
    String kernel,
    String jdk,
    List<String> flags) {
  public Fingerprint {
    usableCores = List.copyOf(usableCores);
    flags = List.copyOf(flags);
  }

  static Fingerprint of(List<Integer> usable, List<String> flags) {
    return new Fingerprint(
        field("/proc/cpuinfo", "model name").orElse("unknown"),
        Cpus.online().length,
        usable,
        line("/sys/devices/system/cpu/cpu" + usable.getFirst() + "/cpufreq/scaling_governor")
            .orElse(null),
        field("/proc/meminfo", "MemTotal")
            .map(text -> Long.parseLong(text.replace(" kB", "")) << 10)
            .orElse(0L),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor.version", "") + " " + System.getProperty("java.vm.version"),
        flags);
  }

  /// How many tasks ran or wanted to in the minute before; null where the kernel does not tell.
  static @Nullable Double load() {
    return line("/proc/loadavg").map(text -> Double.valueOf(text.split(" ", -1)[0])).orElse(null);
  }

  private static Optional<String> line(String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException untold) {
      return Optional.empty();
    }
  }

  private static Optional<String> field(String file, String name) {
    return line(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }
}
