package threadmill.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that runs on a data folder, for a server or after that was killed.
final class Orphan {
  private static final long STOP_SECONDS = 20;

  /// Where `postmaster.pid` has the port.
  private static final int PORT_LINE = 3;

  private Orphan() {}

  /// Stops it where there is one, and returns when it is gone.
  static void stop(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile);
    var process = lines.isEmpty() ? null : find(lines.getFirst(), data);
    if (process == null) {
      return;
    }
    // SIGINT is PostgreSQL's "fast": it ends sessions instead of waiting for them.
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stays) {
      throw new IOException("PostgreSQL with pid " + process.pid() + " does not stop", stays);
    }
  }

  /// The port that it listens on, where there is one.
  static OptionalInt port(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
    return lines.size() > PORT_LINE && find(lines.getFirst(), data) != null
        ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
        : OptionalInt.empty();
  }

  /// The process, if it is still a PostgreSQL on this folder and not a stranger with its old
  /// number.
  private static @org.jspecify.annotations.Nullable ProcessHandle find(String pid, Path data) {
    return ProcessHandle.of(Long.parseLong(pid.strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
        .orElse(null);
  }
}
