// verdict: RUNTIME_ERROR
// explains: NoSuchFileException left main
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  IO.println(Files.readString(Path.of("/etc/passwd")));
}
