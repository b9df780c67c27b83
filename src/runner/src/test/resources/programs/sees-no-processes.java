// verdict: OK
// stdout: proc false
// stdout: writable [/tmp]
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

void main() throws Exception {
  IO.println("proc " + Files.exists(Path.of("/proc")));
  var writable = List.of("/", "/dev", "/dev/shm", "/jdk", "/threadmill", "/bin", "/lib64", "/tmp").stream()
      .filter(folder -> {
        try {
          Files.createTempFile(Path.of(folder), "x", "y");
          return true;
        } catch (Exception e) {
          return false;
        }
      }).toList();
  IO.println("writable " + writable);
}
