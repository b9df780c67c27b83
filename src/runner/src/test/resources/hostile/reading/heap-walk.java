// verdict: OK
// stdout: nothing of a neighbour
// never: the heap holds anything of another run, or of a run before
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap("/tmp/heap.hprof", false);
  var heap = new String(Files.readAllBytes(Path.of("/tmp/heap.hprof")), StandardCharsets.ISO_8859_1);
  IO.println("a dump of " + (heap.length() >> 20) + " MiB");
  for (var word : new String[] {"neighbour-", "postgresql://", "THREADMILL_HOME"}) {
    // Our own source has the words apart from what follows them.
    int at = heap.indexOf(word + (word.endsWith("-") ? "secret" : ""));
    if (at >= 0 && !word.equals("THREADMILL_HOME")) IO.println(at + " " + word);
  }
  IO.println(heap.contains("neighbour-" + "sec".concat("ret")) ? "ESCAPED" : "nothing of a neighbour");
}
