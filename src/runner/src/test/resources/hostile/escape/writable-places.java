// verdict: OK
// stdout: folders [/tmp]
// stdout: files []
// never: anything but /tmp can be written
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;

void main() throws Exception {
  var folders = new ArrayList<Path>();
  var files = new ArrayList<Path>();
  Files.walkFileTree(Path.of("/"), new SimpleFileVisitor<>() {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.startsWith("/jdk/legal")) return FileVisitResult.SKIP_SUBTREE;
      try {
        Files.delete(Files.createTempFile(folder, "x", "y"));
        folders.add(folder);
      } catch (Exception e) {
        // As it must be.
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
          files.add(file);
        } catch (Exception e) {
          // As it must be.
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, java.io.IOException e) {
      return FileVisitResult.CONTINUE;
    }
  });
  files.removeIf(file -> file.startsWith("/tmp/hsperfdata_1000"));
  IO.println("folders " + folders);
  IO.println("files " + files);
}
