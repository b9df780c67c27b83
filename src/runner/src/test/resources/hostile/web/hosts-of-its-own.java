// verdict: OK
// web: on
// stdout: ReadOnly
// never: a program changes which hosts there are for others
import java.nio.file.*;

void main() throws Exception {
  var hosts = Path.of(System.getProperty("jdk.net.hosts.file"));
  IO.println(Files.readString(hosts));
  for (var file : new Path[] {hosts, Path.of("/etc/hosts")}) {
    try {
      Files.writeString(file, "127.0.0.1 evil.example\n");
      IO.println("ESCAPED: wrote " + file);
    } catch (IOException denied) {
      IO.println(denied.getMessage().contains("Read-only") ? "ReadOnly" : "denied " + denied);
    }
  }
}
