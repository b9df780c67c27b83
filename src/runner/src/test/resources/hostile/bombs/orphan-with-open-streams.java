// verdict: OK
// with: Native.java
// stdout: main ends
// never: a process that was left behind keeps the run alive by its open output, or lives on
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  Native.forever(Native.call("setsid", 112), Native.call("pause", 34)).toHandle();
  Files.writeString(Path.of("/tmp/Sleep.java"), "void main() throws Exception { IO.println(1); Thread.sleep(60_000); }");
  new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-XX:+UseSerialGC", "/tmp/Sleep.java").inheritIO().start();
  IO.println("main ends");
}
