package threadmill.server.exercise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An exercise of the bundled course, as its author has it on disk.
public record BundledFolder(String slug) {
  private static final Path COURSE = Path.of("../courses/concurrency-in-java");

  /// Packed as anybody would.
  public byte[] zip() {
    var root = COURSE.resolve(slug);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  /// A file of it.
  public String text(String path) {
    try {
      return Files.readString(COURSE.resolve(slug).resolve(path));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
