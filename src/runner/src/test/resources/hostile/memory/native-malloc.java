// verdict: MEMORY_LIMIT
// never: what a child allocates by malloc is not counted
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  Files.writeString(Path.of("/tmp/Malloc.java"), """
      import java.lang.foreign.*;
      void main() throws Throwable {
        var linker = Linker.nativeLinker();
        var malloc = linker.downcallHandle(linker.defaultLookup().findOrThrow("malloc"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        while (true) {
          var got = (MemorySegment) malloc.invokeExact(16L << 20);
          if (got.address() != 0) got.reinterpret(16 << 20).fill((byte) 1);
        }
      }
      """);
  new ProcessBuilder("/jdk/bin/java", "--enable-native-access=ALL-UNNAMED", "-Xmx32m", "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1", "/tmp/Malloc.java").inheritIO().start().waitFor();
}
