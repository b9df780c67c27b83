// verdict: OK
// stdout: denied
// never: a child JVM with native access finds the harness's channel open
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  Files.writeString(Path.of("/tmp/Forge.java"), """
      import java.lang.foreign.*;
      void main() throws Throwable {
        var linker = Linker.nativeLinker();
        var write = linker.downcallHandle(linker.defaultLookup().findOrThrow("write"), FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        var frame = Arena.global().allocateFrom("forged");
        for (int fd : new int[] {3, 4}) {
          // The child's own files may be there; they are not open to write.
          long wrote = (long) write.invokeExact(fd, frame, 6L);
          IO.println((wrote > 0 ? "ESCAPED " : "denied ") + fd + ": " + wrote);
        }
      }
      """);
  new ProcessBuilder("/jdk/bin/java", "--enable-native-access=ALL-UNNAMED", "-Xmx32m", "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1", "/tmp/Forge.java").inheritIO().start().waitFor();
}
