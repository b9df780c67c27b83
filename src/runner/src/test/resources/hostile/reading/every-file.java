// verdict: OK
// stdout: bin, dev, jdk, lib
// never: there is anything but the JDK, our class files and the system's libraries
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  IO.println(java.util.Arrays.asList(new java.util.TreeSet<>(java.util.List.of(new File("/").list())).toArray()));
  try (var all = Files.walk(Path.of("/"))) {
    all.filter(Files::isRegularFile)
        .map(Path::toString)
        .filter(file -> !file.matches("/(aot|jdk|threadmill|tmp/hsperfdata_\\d+|sys/kernel/mm/transparent_hugepage)/.*|/bin/prlimit|/(usr/)?lib(64)?/.*\\.so[.0-9]*"))
        .forEach(file -> IO.println("ESCAPED " + file));
  }
  for (var folder : new String[] {"/home", "/root", "/etc", "/var", "/run", "/proc", "/sys/class", "/sys/devices", "/sys/fs", "/sys/module", "/mnt", "/boot", "/srv", "/opt", "/work"}) {
    if (Files.exists(Path.of(folder))) IO.println("ESCAPED " + folder);
  }
}
