package threadmill.server.exercise.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a folder as a zip: the same folder, the same bytes.
public final class WriteZip {
  /// The earliest that a zip can tell.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private WriteZip() {}

  public static void write(Folder folder, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    for (var file : folder.files().entrySet()) {
      var entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }
}
