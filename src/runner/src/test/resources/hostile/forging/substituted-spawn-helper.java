// verdict: OK
// never: a program of the student's is started in the place of the JDK's helper, with every descriptor open
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

void main() throws Exception {
  var fake = Files.createDirectories(Path.of("/tmp/fake/lib")).resolve("jspawnhelper");
  Files.writeString(fake, "#!/jdk/bin/java --source 25\nvoid main() { IO.println(\"ESCAPED\"); }\n");
  Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
  System.setProperty("java.home", "/tmp/fake");
  System.setProperty("jdk.lang.Process.launchMechanism", "POSIX_SPAWN");
  try {
    var child = new ProcessBuilder("/jdk/bin/java", "-XX:+UseSerialGC", "-Xmx16m", "--version");
    IO.println(new String(child.start().getInputStream().readAllBytes()));
  } catch (Throwable e) {
    IO.println("denied " + e);
  }
}
