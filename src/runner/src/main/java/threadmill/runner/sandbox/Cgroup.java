package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The control group of one sandbox: removed when that is gone.
///
/// @param groups its folders, one for each tree; none where no group is delegated
record Cgroup(List<Path> groups) implements AutoCloseable {
  /// The kernel lets go of a group when its last process is gone for good.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long LOOK_EVERY_NANOS = 500_000;

  Cgroup {
    groups = List.copyOf(groups);
  }

  /// Whether the kernel ended a process of it because all together took too much memory.
  boolean ranOutOfMemory() {
    return groups.stream()
        .flatMap(
            group -> Stream.of(group.resolve("memory.events"), group.resolve("memory.oom_control")))
        .flatMap(Cgroup::lines)
        .anyMatch(line -> line.startsWith("oom_kill ") && !line.equals("oom_kill 0"));
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException _) {
      return Stream.of();
    }
  }

  @Override
  public void close() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (var group : groups) {
      while (!removed(group, System.nanoTime() > deadline)) {
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
      }
    }
  }

  private static boolean removed(Path group, boolean last) throws IOException {
    try {
      Files.deleteIfExists(group);
      return true;
    } catch (IOException busy) {
      if (last) {
        throw busy;
      }
      return false;
    }
  }
}
