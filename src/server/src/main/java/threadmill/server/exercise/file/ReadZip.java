package threadmill.server.exercise.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaint;

/// Reads a zip that anybody may have made. Nothing is written anywhere.
///
/// The central directory says what there is: it alone tells links from files.
public final class ReadZip {
  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int DIRECTORY = 0040000;

  private ReadZip() {}

  public static Checked<Folder> read(InputStream zip, Layout layout, FolderBounds bounds)
      throws IOException {
    var bytes = zip.readNBytes(bounds.zipBytes() + 1);
    if (bytes.length > bounds.zipBytes()) {
      return refused("The zip is larger than %,d bytes.".formatted(bounds.zipBytes()));
    }
    var gather = new Gather(layout, bounds);
    if (headers(bytes) > bounds.files()) {
      return refused("The zip " + gather.tooManyFiles() + ".");
    }
    try (var archive =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setUseUnicodeExtraFields(false)
            .get()) {
      for (var entry : Collections.list(archive.getEntriesInPhysicalOrder())) {
        if (gather.full()) {
          break;
        }
        take(archive, entry, gather);
      }
    } catch (IOException | RuntimeException e) {
      // The library's parser meets what a stranger made: whatever it throws, the zip is to blame.
      return refused("This is not a zip that can be read; pack the folder again.");
    }
    return gather.folder();
  }

  private static void take(ZipFile archive, ZipArchiveEntry entry, Gather gather)
      throws IOException {
    var name = name(entry);
    if (name.isEmpty()) {
      gather.complain(entry.getName(), "has a name that is not UTF-8; rename it");
      return;
    }
    var path = name.get();
    if (path.endsWith("/") && path.length() > 1) {
      gather.admits(path.substring(0, path.length() - 1));
    } else if (gather.admits(path)) {
      int type = entry.getUnixMode() & FILE_TYPE;
      if (type != 0 && type != REGULAR && type != DIRECTORY) {
        gather.complain(path, "is a link or a device; put the file itself here");
      } else if (!readable(archive, entry)) {
        gather.complain(path, "is encrypted or packed in an unusual way; pack it with deflate");
      } else {
        var sum = new CRC32();
        try (var content = new CheckedInputStream(archive.getInputStream(entry), sum)) {
          gather.take(path, content);
          if (content.read() < 0 && sum.getValue() != entry.getCrc()) {
            gather.complain(path, "is damaged; pack the folder again");
          }
        }
      }
    }
  }

  /// The name as its bytes say; the library would turn backslashes and take names from extra
  /// fields.
  private static Optional<String> name(ZipArchiveEntry entry) {
    try {
      var bytes = ByteBuffer.wrap(entry.getRawName());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean readable(ZipFile archive, ZipArchiveEntry entry) {
    return archive.canReadEntryData(entry)
        && (entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED);
  }

  /// How many entries the directory can have at most, so that no list of millions is ever made.
  private static int headers(byte[] zip) {
    int count = 0;
    for (int i = 0; i + 3 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        count++;
      }
    }
    return count;
  }

  private static Checked<Folder> refused(String message) {
    return new Checked.Faulty<>(List.of(new Complaint("", null, message)));
  }
}
