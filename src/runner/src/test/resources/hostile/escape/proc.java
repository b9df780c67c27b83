// verdict: OK
// with: Native.java
// stdout: denied
// never: /proc shows processes, memory or settings
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  for (var file : new String[] {"/proc/self/mem", "/proc/1/environ", "/proc/self/maps", "/proc/sys/kernel/core_pattern",
      "/proc/sysrq-trigger", "/proc/kcore", "/proc/self/fd/4", "/sys/kernel/uevent_helper", "/sys/fs/cgroup/cgroup.procs"}) {
    try {
      IO.println("ESCAPED " + file + " " + Files.readAllBytes(Path.of(file)).length);
    } catch (java.io.IOException e) {
      IO.println("denied " + e);
    }
  }
  Native.attempt(
      Native.call("mount proc", 165, "proc", "/tmp", "proc", 0, 0),
      Native.call("fsopen proc", 430, "proc", 0),
      Native.call("pidfd_getfd", 438, 3, 4, 0));
}
