package threadmill.server.exercise.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaint;

/// Zips as strangers make them.
final class Zips {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

  Zips file(String path, String text) throws IOException {
    return file(path, text.getBytes(StandardCharsets.UTF_8), 0100644);
  }

  Zips file(String path, byte[] content, int unixMode) throws IOException {
    return entry(path, content, entry -> entry.setUnixMode(unixMode));
  }

  /// With the platform UNIX, for which the library leaves backslashes alone.
  Zips entry(String path, byte[] content, Consumer<ZipArchiveEntry> change) throws IOException {
    var entry = new Named(path);
    entry.setUnixMode(0100644);
    change.accept(entry);
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    zip.finish();
    return bytes.toByteArray();
  }

  Checked<Folder> read() throws IOException {
    return read(bytes());
  }

  static Checked<Folder> read(byte[] zip) throws IOException {
    return ReadZip.read(new ByteArrayInputStream(zip), Layout.EXERCISE, FolderBounds.exercise());
  }

  static List<String> complaints(Checked<?> checked) {
    return switch (checked) {
      case Checked.Good<?> _ -> List.of();
      case Checked.Faulty<?>(var complaints) ->
          complaints.stream().map(Complaint::toString).toList();
    };
  }

  static Folder good(Checked<Folder> checked) {
    return switch (checked) {
      case Checked.Good<Folder>(var folder) -> folder;
      case Checked.Faulty<Folder>(var complaints) -> throw new AssertionError(complaints);
    };
  }

  /// An entry of a name that the library would correct.
  private static final class Named extends ZipArchiveEntry {
    private final String path;

    Named(String path) {
      super("x");
      this.path = path;
    }

    @Override
    public String getName() {
      return path;
    }
  }
}
