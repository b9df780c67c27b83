package threadmill.server.main;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder of one server, held by a lock as long as it is open. The lock belongs to the process:
/// it is free again however that ends.
final class Home implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private Home(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Makes the folder where it is missing and holds it.
  static Home open(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused(
            "Another server uses " + folder + "; stop it, or give this one another --home.");
      }
      return new Home(folder, channel);
    } catch (IOException broken) {
      throw new StartRefused(
          "The folder "
              + folder
              + " cannot be used ("
              + broken.getMessage()
              + "); choose another --home.",
          broken);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
