package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What runs could leave behind on the machine.
///
/// @param processes number of processes below this one
/// @param descriptors number of this process's open files
/// @param mounts mount points
/// @param cgroups groups below this process's own
/// @param segments System V shared memory of the sandboxes' user
/// @param files of the sandboxes' user in places that everybody may write, and in the home folder
record Leftovers(
    long processes,
    int descriptors,
    Set<String> mounts,
    Set<String> cgroups,
    Set<String> segments,
    Set<String> files) {

  /// Files that this JVM itself may open meanwhile, such as jars.
  private static final int SPARE_DESCRIPTORS = 8;

  static Leftovers now() {
    return new Leftovers(
        ProcessHandle.current().descendants().count(),
        list("/proc/self/fd").size(),
        mountPoints(),
        cgroupsBelow(),
        sharedMemory(),
        filesOfSandboxes());
  }

  /// The same without a bound on open files, for a process that has just begun: it still opens its
  /// own.
  Leftovers ofProgramsOnly() {
    return new Leftovers(
        processes, Integer.MAX_VALUE - SPARE_DESCRIPTORS, mounts, cgroups, segments, files);
  }

  /// Compares with what was there before; some of what ends may take a moment.
  static void assertSame(Leftovers before) {
    var now = now();
    var patience = Instant.now().plus(Duration.ofSeconds(10));
    while (!now.equals(before) && Instant.now().isBefore(patience)) {
      LockSupport.parkNanos(100_000_000);
      now = now();
    }
    assertThat(now.processes).as("processes").isEqualTo(before.processes);
    assertThat(now.descriptors)
        .as("descriptors")
        .isLessThanOrEqualTo(before.descriptors + SPARE_DESCRIPTORS);
    assertThat(before.mounts).as("mounts").containsAll(now.mounts);
    assertThat(before.cgroups).as("cgroups").containsAll(now.cgroups);
    assertThat(before.segments).as("shared memory").containsAll(now.segments);
    assertThat(before.files).as("files").containsAll(now.files);
  }

  /// Container engines and network tools beside us mount and unmount as well.
  private static Set<String> mountPoints() {
    return lines("/proc/self/mountinfo").stream()
        .filter(line -> !line.contains(" /run/") && !line.contains(" - overlay "))
        .filter(line -> !line.contains(" - nsfs "))
        .collect(Collectors.toSet());
  }

  /// The eighth column is the owner; databases beside us have segments as well.
  private static Set<String> sharedMemory() {
    var user = Integer.toString(RunnerConfig.in(Path.of("/")).sandboxUser());
    return lines("/proc/sysvipc/shm").stream()
        .filter(line -> user.equals(line.strip().split("\\s+", -1)[7]))
        .collect(Collectors.toSet());
  }

  private static Set<String> cgroupsBelow() {
    var found = new TreeSet<String>();
    for (var line : lines("/proc/self/cgroup")) {
      var parts = line.split(":", 3);
      var controller = parts[1].replace("name=", "");
      var own = Path.of("/sys/fs/cgroup", controller, parts[2]);
      // The whole tree of a machine without groups of its own is everybody's.
      if (!parts[2].equals("/") && Files.isDirectory(own)) {
        try (var groups = Files.walk(own)) {
          groups.filter(Files::isDirectory).map(Path::toString).forEach(found::add);
        } catch (IOException | UncheckedIOException _) {
          // One of somebody else's has just gone.
        }
      }
    }
    return found;
  }

  private static Set<String> filesOfSandboxes() {
    var user = RunnerConfig.in(Path.of("/")).sandboxUser();
    boolean root = "root".equals(System.getProperty("user.name"));
    return Stream.of("/tmp", "/dev/shm", "/var/tmp", System.getProperty("user.home"))
        .flatMap(folder -> list(folder).stream().map(name -> Path.of(folder, name)))
        .filter(file -> !root || owner(file) == user)
        .map(Path::toString)
        .collect(Collectors.toSet());
  }

  private static int owner(Path file) {
    try {
      return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException _) {
      return -1;
    }
  }

  private static List<String> list(String folder) {
    try (var entries = Files.list(Path.of(folder))) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  private static Set<String> lines(String file) {
    try {
      return new TreeSet<>(Files.readAllLines(Path.of(file)));
    } catch (IOException _) {
      return Set.of();
    }
  }
}
