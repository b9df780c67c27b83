// story: Looks for the expected output where the input came from.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

void main() throws Exception {
  for (var path : List.of("/dev/stdin", "/proc/self/fd/0", "/dev/fd/0", ".", "..", "/tmp", "tests/output")) {
    try {
      var real = Path.of(path).toRealPath();
      try (var files = Files.list(Files.isDirectory(real) ? real : real.getParent())) {
        files.filter(file -> file.toString().contains("counts")).forEach(file -> {
          try {
            IO.println(Files.readString(file));
          } catch (IOException e) {
            IO.println(e);
          }
        });
      }
    } catch (Exception e) {
      IO.println(e);
    }
  }
}
