package threadmill.runner.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What earlier servers left among the folders that sandboxes read: those that were begun and never
/// finished, and those of versions that nobody runs any more.
///
/// A folder is in use while the command line of some process names it, since every server keeps
/// sandboxes that are bound to its own, or when a server has come up with it lately.
final class OldFolders {
  private static final System.Logger LOG = System.getLogger(OldFolders.class.getName());

  /// Filling one takes minutes at most.
  private static final Duration BEGUN = Duration.ofDays(1);

  /// Who goes back to an older version finds its caches for some time.
  private static final Duration FINISHED = Duration.ofDays(7);

  private OldFolders() {}

  /// Takes note that a folder is in use.
  static void use(Path folder) throws IOException {
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
  }

  /// Removes those that are of no use to anybody; what cannot be removed stays.
  static void remove(Path parent, Instant now) {
    var commands = commands();
    for (var folder : folders(parent)) {
      try {
        var age = Duration.between(Files.getLastModifiedTime(folder).toInstant(), now);
        var name = folder.getFileName().toString();
        boolean begun = name.startsWith("partial-");
        if (begun
            ? age.compareTo(BEGUN) > 0
            : name.matches("(runtime|aot)-[0-9a-f]+")
                && age.compareTo(FINISHED) > 0
                && commands.stream().noneMatch(command -> command.contains(name))) {
          Folders.remove(folder);
          LOG.log(Level.INFO, "removed {0}, which no server uses any more", folder);
        }
      } catch (IOException e) {
        LOG.log(Level.WARNING, folder + " cannot be removed; the next start tries again", e);
      }
    }
  }

  private static List<Path> folders(Path parent) {
    var found = parent.toFile().listFiles(File::isDirectory);
    return found == null ? List.of() : Arrays.stream(found).map(File::toPath).toList();
  }

  private static List<String> commands() {
    var names = Objects.requireNonNullElse(new File("/proc").list(), new String[0]);
    return Arrays.stream(names)
        .filter(name -> Character.isDigit(name.charAt(0)))
        .map(OldFolders::command)
        .toList();
  }

  private static String command(String pid) {
    try {
      return Files.readString(Path.of("/proc", pid, "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }
}
