// verdict: OK
// stdout: denied
// never: heap dumps fill a disk of the host
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

void main() throws Exception {
  byte[] ballast = new byte[50 << 20];
  java.util.Arrays.fill(ballast, (byte) 7);
  try {
    var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    for (int i = 0; i < 20; i++) bean.dumpHeap("/tmp/" + i + ".hprof", false);
    IO.println("ESCAPED " + ballast.length);
  } catch (Throwable e) {
    IO.println("denied " + e);
  }
}
