// verdict: OK
// with: Native.java
// stdout: effective user 1000
// never: a file with the setuid bit gives other rights
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  Native.sequence(
      Native.call("creat", 85, "/tmp/suid", 511), Native.call("chmod", 90, "/tmp/suid", 06777),
      Native.call("chown", 92, "/tmp/suid", 0, 0), Native.call("mknod", 133, "/tmp/disk", 0x61B6, 8 << 8));
  IO.println("effective user " + Native.sequence(Native.call("geteuid", 107)).getFirst());
  Native.attempt(
      Native.call("chown to root", 92, "/tmp/suid", 0, 0),
      Native.call("mknod of a disk", 133, "/tmp/disk", 0x61B6, 8 << 8),
      Native.call("mknod of memory", 133, "/tmp/mem", 0x21B6, (1 << 8) | 1));
  for (var file : new String[] {"/bin/su", "/usr/bin/sudo", "/usr/bin/newuidmap", "/usr/bin/bwrap", "/bin/sh", "/bin/mount"}) {
    IO.println((Files.exists(Path.of(file)) ? "ESCAPED " : "denied ") + file);
  }
}
