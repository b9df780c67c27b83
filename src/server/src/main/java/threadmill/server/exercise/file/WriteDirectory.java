package threadmill.server.exercise.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Writes a folder into a directory.
public final class WriteDirectory {
  private WriteDirectory() {}

  /// Makes a file of each.
  ///
  /// @param directory made where it is missing; files that are there are never written over
  public static void write(Folder folder, Path directory) throws IOException {
    for (var file : folder.files().entrySet()) {
      var path = directory.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
    }
  }
}
