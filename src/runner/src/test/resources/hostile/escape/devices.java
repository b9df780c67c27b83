// verdict: OK
// stdout: denied
// never: a device of the host is opened
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  for (var name : new String[] {"mem", "kmem", "port", "kmsg", "sda", "vda", "nvme0n1", "loop0", "loop-control", "fuse", "kvm", "net/tun",
      "dri/card0", "mapper/control", "vsock", "userfaultfd", "cuse", "uinput", "snapshot", "autofs", "rtc0", "hpet"}) {
    try (var device = new RandomAccessFile("/dev/" + name, "r")) {
      IO.println("ESCAPED " + name);
    } catch (java.io.IOException e) {
      IO.println("denied " + e.getMessage());
    }
  }
  try (var devices = Files.list(Path.of("/dev"))) {
    IO.println("there are " + devices.sorted().toList());
  }
}
