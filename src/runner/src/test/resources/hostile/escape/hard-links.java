// verdict: OK
// args: CANARY
// stdout: denied
// never: a second name in /tmp makes a file writable, or keeps one of the host
import java.nio.file.Files;
import java.nio.file.Path;

void main(String[] args) {
  int n = 0;
  for (var target : new String[] {args[0], "/jdk/lib/modules", "/jdk/bin/java", "/bin/prlimit", "/dev/null", "/jdk/release"}) {
    try {
      Files.createLink(Path.of("/tmp/hard" + n++), Path.of(target));
      IO.println("ESCAPED " + target);
    } catch (java.io.IOException e) {
      IO.println("denied " + target + ": " + e);
    }
  }
}
