package threadmill.server.exercise.file;

/// How large a folder may be.
///
/// @param files how many, folders and what is skipped included
/// @param fileBytes of one file, inflated
/// @param bytes of all files together, inflated
/// @param zipBytes of the zip that it comes in
public record FolderBounds(int files, int fileBytes, int bytes, int zipBytes) {
  private static final int MIB = 1 << 20;

  public static FolderBounds exercise() {
    return new FolderBounds(300, MIB, 8 * MIB, 8 * MIB);
  }

  public static FolderBounds course() {
    return new FolderBounds(5_000, MIB, 32 * MIB, 32 * MIB);
  }
}
