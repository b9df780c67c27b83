// verdict: OK
// stdout: denied
// never: the next run finds a JDK or harness that this one has changed
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

interface Attack { void on(Path file) throws Exception; }

void main() {
  Attack[] attacks = {
    file -> Files.write(file, new byte[1], StandardOpenOption.APPEND),
    Files::delete,
    file -> Files.move(file, Path.of("/tmp/moved")),
    file -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx")),
    file -> Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0)),
    file -> Files.createFile(file.resolveSibling("new"))
  };
  for (var file : new String[] {"/jdk/lib/modules", "/jdk/lib/server/libjvm.so", "/jdk/bin/java", "/threadmill/harness", "/threadmill/lab", "/bin/prlimit", "/sys/kernel/mm/transparent_hugepage/enabled"}) {
    for (int i = 0; i < attacks.length; i++) {
      try {
        attacks[i].on(Path.of(file));
        IO.println("ESCAPED " + file + " " + i);
      } catch (Exception e) {
        IO.println("denied " + file + " " + i + ": " + e);
      }
    }
  }
}
