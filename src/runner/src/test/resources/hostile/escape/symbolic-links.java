// verdict: OK
// args: CANARY
// args: HOME_FILE
// stdout: denied
// never: a link out of /tmp leads to a file of the host
import java.nio.file.Files;
import java.nio.file.Path;

void main(String[] args) throws Exception {
  int n = 0;
  for (var target : new String[] {args[0], args[1], "../../../../.." + args[0], "/proc/1/root" + args[0], "/proc/self/cwd/.." + args[0],
      "/etc/passwd", "/newroot" + args[0], "/oldroot" + args[0], "/dev/fd/3", "/.." + args[0]}) {
    var link = Files.createSymbolicLink(Path.of("/tmp/link" + n++), Path.of(target));
    try {
      IO.println("ESCAPED " + target + " " + Files.readAllBytes(link).length);
    } catch (java.io.IOException e) {
      IO.println("denied " + target + ": " + e);
    }
    try {
      Files.writeString(link, "changed");
      IO.println("ESCAPED " + target);
    } catch (java.io.IOException e) {
      IO.println("denied " + target + ": " + e);
    }
  }
}
