// verdict: OK
// args: CANARY
// stdout: denied
// never: options in files or in the environment give a child JVM more than its parent has
import java.nio.file.Files;
import java.nio.file.Path;

void main(String[] args) throws Exception {
  Files.writeString(Path.of("/tmp/options"), "--enable-native-access=ALL-UNNAMED -XX:+EnableDynamicAgentLoading -Xmx40m");
  Files.writeString(Path.of("/tmp/.hotspotrc"), "+UnlockDiagnosticVMOptions");
  Files.writeString(Path.of("/tmp/Read.java"), """
      void main(String[] args) throws Exception {
        try {
          IO.println("ESCAPED " + java.nio.file.Files.readString(java.nio.file.Path.of(args[0])));
        } catch (Exception e) {
          IO.println("denied " + e);
        }
      }
      """);
  var child = new ProcessBuilder("/jdk/bin/java", "@/tmp/options", "-XX:+UseSerialGC", "/tmp/Read.java", args[0]).inheritIO();
  child.environment().put("JAVA_TOOL_OPTIONS", "-XX:+IgnoreUnrecognizedVMOptions -XX:Flags=/tmp/.hotspotrc -XX:+ReadVMOptionsFile");
  child.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
  child.environment().put("LD_PRELOAD", "/tmp/evil.so");
  child.start().waitFor();
}
