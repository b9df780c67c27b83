// verdict: OK
// needs: seccomp
// stdout: denied
// never: attributes of files, which no size counts, take the host's memory
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

void main() throws Exception {
  long bytes = 0;
  for (int i = 0; i < 2000; i++) {
    try {
      var file = Files.createFile(Path.of("/tmp/" + i));
      Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).write("a", ByteBuffer.allocate(60_000));
      bytes += 60_000;
    } catch (Exception e) {
      IO.println("denied after " + (bytes >> 20) + " MiB: " + e);
      return;
    }
  }
  IO.println("ESCAPED " + (bytes >> 20) + " MiB");
}
