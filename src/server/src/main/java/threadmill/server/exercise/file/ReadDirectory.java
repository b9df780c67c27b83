package threadmill.server.exercise.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import threadmill.server.exercise.complaint.Checked;

/// Reads a directory of this machine, or of a jar; links are not followed.
public final class ReadDirectory {
  private ReadDirectory() {}

  public static Checked<Folder> read(Path directory, Layout layout, FolderBounds bounds)
      throws IOException {
    var gather = new Gather(layout, bounds);
    Files.walkFileTree(directory, new Visitor(directory, gather));
    return gather.folder();
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final OpenOption[] options;
    private final Gather gather;

    Visitor(Path root, Gather gather) {
      this.root = root;
      this.options = options(root);
      this.gather = gather;
    }

    /// A jar has no links, and refuses to be asked for none.
    private static OpenOption[] options(Path root) {
      boolean mayHaveLinks = root.getFileSystem().equals(FileSystems.getDefault());
      return mayHaveLinks ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return directory.equals(root) || gather.admits(path(directory))
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      var path = path(file);
      if (gather.admits(path)) {
        if (attributes.isRegularFile()) {
          try (var content = Files.newInputStream(file, options)) {
            gather.take(path, content);
          }
        } else {
          gather.complain(path, "is a link or a device; put the file itself here");
        }
      }
      return gather.full() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
      return root.relativize(file).toString();
    }
  }
}
