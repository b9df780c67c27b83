package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/// Folders that others find whole or not at all.
final class Folders {
  private Folders() {}

  /// A new folder beside the one that it will become.
  static Path partial(Path folder) throws IOException {
    return Files.createTempDirectory(folder.getParent(), "partial-");
  }

  /// Lets everybody read a folder and all in it.
  static void readable(Path folder) throws IOException {
    for (var file : all(folder)) {
      var permissions = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
  }

  /// Gives a folder its name; where another has been faster, that one's stays.
  static void publish(Path partial, Path folder) throws IOException {
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException taken) {
      // Linux says ENOTEMPTY, for which the JDK has no class of its own here.
      if (!Files.isDirectory(folder)) {
        throw taken;
      }
      remove(partial);
    }
  }

  /// Removes a folder and all in it, if it is there.
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (var file : all(folder).reversed()) {
        Files.delete(file);
      }
    }
  }

  /// A folder and all in it, parents first.
  private static List<Path> all(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
