// verdict: OUTPUT_LIMIT
// never: what a child process writes to the program's output is not counted
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  Files.writeString(Path.of("/tmp/Flood.java"), "void main() { while (true) IO.println(\"flood\"); }");
  new ProcessBuilder("/jdk/bin/java", "-Xmx32m", "-XX:+UseSerialGC", "/tmp/Flood.java").inheritIO().start().waitFor();
}
