// verdict: TIME_LIMIT | RUNTIME_ERROR
// wall: 3000
// never: files without content, which no size counts, harm the host
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  for (int i = 0; ; i++) {
    Files.createFile(Path.of("/tmp/" + i));
    if (i % 50_000 == 0) IO.println(i);
  }
}
