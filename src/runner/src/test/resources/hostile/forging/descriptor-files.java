// verdict: OK
// stdout: denied
// never: a program opens the harness's channel by a name
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

void main() {
  for (var folder : new String[] {"/dev/fd/", "/proc/self/fd/", "/proc/1/fd/", "/proc/2/fd/", "/proc/thread-self/fd/"}) {
    for (int number = 0; number < 32; number++) {
      try {
        Files.write(Path.of(folder + number), new byte[] {0, 0, 0, 1, 'E'}, StandardOpenOption.WRITE);
        IO.println("ESCAPED " + folder + number);
      } catch (java.io.IOException e) {
        IO.println("denied " + e);
      }
    }
  }
  try {
    IO.println("inherited channel: " + System.inheritedChannel());
  } catch (Exception e) {
    IO.println("denied " + e);
  }
}
