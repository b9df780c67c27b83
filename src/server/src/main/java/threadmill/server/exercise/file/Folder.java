package threadmill.server.exercise.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files of an exercise or a course, whole in memory.
///
/// Paths have forward slashes and have passed [PathRules]; [Gather] makes folders.
public final class Folder {
  private final SortedMap<String, byte[]> files;

  Folder(Map<String, byte[]> files) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// All paths, in order.
  public Set<String> paths() {
    return files.keySet();
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  /// What a file holds.
  ///
  /// @throws NoSuchElementException if there is none of this path
  public byte[] bytes(String path) {
    return stored(path).clone();
  }

  /// A text file; [Layout] has made sure that it is UTF-8.
  public String text(String path) {
    return new String(stored(path), StandardCharsets.UTF_8);
  }

  public int size(String path) {
    return stored(path).length;
  }

  /// What is below a folder of this one, by the paths from there on.
  ///
  /// @param folder its path, without a slash at the end
  public Folder below(String folder) {
    var prefix = folder + "/";
    var below = new TreeMap<String, byte[]>();
    // '0' comes after '/'.
    files
        .subMap(prefix, folder + "0")
        .forEach((path, bytes) -> below.put(path.substring(prefix.length()), bytes));
    return new Folder(below);
  }

  /// The names of the folders directly in this one.
  public SortedSet<String> folders() {
    var names = new TreeSet<String>();
    for (var path : files.keySet()) {
      int slash = path.indexOf('/');
      if (slash > 0) {
        names.add(path.substring(0, slash));
      }
    }
    return names;
  }

  /// The SHA-256 of all paths and contents, in hexadecimal: names a version, however it was packed.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach((path, bytes) -> {
        part(digest, path.getBytes(StandardCharsets.UTF_8));
        part(digest, bytes);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /// With its length before it, so that no two folders read the same.
  private static void part(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  SortedMap<String, byte[]> files() {
    return files;
  }

  private byte[] stored(String path) {
    var bytes = files.get(path);
    if (bytes == null) {
      throw new NoSuchElementException(path);
    }
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folder folder && hash().equals(folder.hash());
  }

  @Override
  public int hashCode() {
    return files.keySet().hashCode();
  }

  @Override
  public String toString() {
    return files.size() + " files " + files.keySet();
  }
}
