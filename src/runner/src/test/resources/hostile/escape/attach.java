// verdict: OK
// stdout: denied
// never: a program loads an agent into its own JVM or another
import com.sun.tools.attach.VirtualMachine;

void main() throws Exception {
  for (var pid : new String[] {"1", "2", "" + ProcessHandle.current().pid()}) {
    try {
      System.setProperty("jdk.attach.allowAttachSelf", "true");
      VirtualMachine.attach(pid);
      IO.println("ESCAPED " + pid);
    } catch (Throwable e) {
      IO.println("denied " + pid + ": " + e);
    }
  }
  try {
    VirtualMachine.list().forEach(vm -> IO.println("listed " + vm));
  } catch (Throwable e) {
    IO.println("denied list: " + e);
  }
}
