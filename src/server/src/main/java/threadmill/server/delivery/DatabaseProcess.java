package threadmill.server.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The embedded PostgreSQL's first process, which need not be a child of ours.
final class DatabaseProcess {
  private final Path data;

  DatabaseProcess(Path home) {
    this.data = home.resolve("postgres/data");
  }

  /// Its id, or nothing where the database is elsewhere. PostgreSQL writes it into the first line
  /// of a file of its folder; a process of that number that works elsewhere is a stranger.
  List<Long> ids() {
    try {
      var pid =
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
      var at = Path.of("/proc/" + pid + "/cwd").toRealPath();
      return at.equals(data.toRealPath()) ? List.of(pid) : List.of();
    } catch (IOException | NumberFormatException elsewhere) {
      return List.of();
    }
  }
}
