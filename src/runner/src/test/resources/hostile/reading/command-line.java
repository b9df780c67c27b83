// verdict: OK
// args: CANARY
// stdout: nothing of the host
// never: the JVM's command line tells of the host
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

void main(String[] args) {
  var told = ManagementFactory.getRuntimeMXBean().getInputArguments() + " " + System.getProperties();
  var host = Path.of(args[0]).getParent().toString();
  IO.println(told.contains(host) || told.contains("/root") || told.contains("/home/") ? "ESCAPED " + told : "nothing of the host");
}
