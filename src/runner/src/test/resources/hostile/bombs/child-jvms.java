// verdict: MEMORY_LIMIT | THREAD_LIMIT | TIME_LIMIT
// wall: 6000
// never: child processes multiply beyond what one sandbox may have
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  Files.writeString(Path.of("/tmp/Bomb.java"), """
      void main() throws Exception {
        for (int i = 0; i < 2; i++) new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-XX:+UseSerialGC", "/tmp/Bomb.java").start();
        Thread.sleep(60_000);
      }
      """);
  new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-XX:+UseSerialGC", "/tmp/Bomb.java").start();
  Thread.sleep(60_000);
}
