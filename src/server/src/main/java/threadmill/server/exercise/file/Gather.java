package threadmill.server.exercise.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaints;

/// Takes files in, one by one, and makes a [Folder] of them: within bounds, no two of which a file
/// system could take for one, and all in places of the layout.
///
/// Bytes are counted as they are read; what a container declares plays no part.
public final class Gather {
  private final Layout layout;
  private final FolderBounds bounds;
  private final Complaints complaints = new Complaints();
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> taken = new HashMap<>();
  private int seen;
  private long bytes;

  Gather(Layout layout, FolderBounds bounds) {
    this.layout = layout;
    this.bounds = bounds;
  }

  /// A folder of these files, such as an editor holds.
  public static Checked<Folder> of(Map<String, byte[]> files, Layout layout, FolderBounds bounds) {
    var gather = new Gather(layout, bounds);
    try {
      for (var file : new TreeMap<>(files).entrySet()) {
        if (gather.admits(file.getKey())) {
          gather.take(file.getKey(), new ByteArrayInputStream(file.getValue()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gather.folder();
  }

  /// Whether no more can be taken.
  boolean full() {
    return seen > bounds.files() || bytes > bounds.bytes();
  }

  /// Counts a file or folder, and says whether its content is wanted.
  boolean admits(String path) {
    seen++;
    if (seen > bounds.files()) {
      if (seen == bounds.files() + 1) {
        complain("", tooManyFiles());
      }
      return false;
    }
    var fault = PathRules.fault(path);
    fault.ifPresent(message -> complain(path, message));
    return fault.isEmpty() && !PathRules.leftover(path);
  }

  String tooManyFiles() {
    return "holds more than %,d files and folders; leave some out".formatted(bounds.files());
  }

  void take(String path, InputStream content) throws IOException {
    if (full() || !alone(path)) {
      return;
    }
    long room = Math.min(bounds.fileBytes(), bounds.bytes() - bytes);
    var read = content.readNBytes((int) room + 1);
    bytes += read.length;
    if (bytes > bounds.bytes()) {
      complain("", "holds more than %,d bytes; leave some out".formatted(bounds.bytes()));
    } else if (read.length > bounds.fileBytes()) {
      complain(path, "is larger than %,d bytes; make it smaller".formatted(bounds.fileBytes()));
    } else {
      files.put(path, read);
    }
  }

  /// Claims a path and the folders that it is in.
  private boolean alone(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (!claimed(path.substring(0, slash), path.substring(0, slash + 1))) {
        return false;
      }
    }
    if (files.containsKey(path)) {
      complain(path, "is there twice; leave one out");
      return false;
    }
    return claimed(path, path);
  }

  private boolean claimed(String path, String claim) {
    var other = taken.putIfAbsent(PathRules.folded(path), claim);
    if (other == null || other.equals(claim)) {
      return true;
    }
    complain(claim, "is the same as %s on some systems; rename one".formatted(other));
    return false;
  }

  void complain(String path, String message) {
    complaints.add(Complaints.quote(path), message);
  }

  /// All that was taken in, or what is wrong with it.
  Checked<Folder> folder() {
    var folder = layout.unwrapped(new Folder(files));
    layout.check(folder, complaints);
    return complaints.unless(() -> folder);
  }
}
