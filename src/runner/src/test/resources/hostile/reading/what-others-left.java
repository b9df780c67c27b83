// verdict: OK
// stdout: empty
// never: /tmp, shared memory or queues hold what an earlier run left
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  for (var folder : new String[] {"/tmp", "/dev/shm"}) {
    if (Files.exists(Path.of(folder))) {
      try (var files = Files.list(Path.of(folder))) {
        var left = files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")).toList();
        IO.println(left.isEmpty() ? "empty" : "ESCAPED " + left);
      }
    }
  }
  Files.writeString(Path.of("/tmp/left-behind"), "for the next run");
}
