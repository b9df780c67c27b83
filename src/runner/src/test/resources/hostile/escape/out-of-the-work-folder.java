// verdict: OK
// args: CANARY
// args: HOME_FILE
// stdout: denied
// never: a relative path leads out of the sandbox
import java.nio.file.Files;
import java.nio.file.Path;

void main(String[] args) {
  for (var canary : args) {
    for (var prefix : new String[] {"", "..", "../../../../../../../..", "/tmp/../..", "/./", "/jdk/../..", "/dev/../", "/jdk/lib/../../.."}) {
      var path = Path.of(prefix + canary);
      try {
        IO.println("ESCAPED " + path + Files.readString(path));
      } catch (java.io.IOException e) {
        IO.println("denied " + e);
      }
      try {
        IO.println("ESCAPED " + Files.writeString(path, "changed"));
      } catch (java.io.IOException e) {
        IO.println("denied " + e);
      }
    }
  }
}
