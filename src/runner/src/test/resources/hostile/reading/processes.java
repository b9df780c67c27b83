// verdict: OK
// stdout: none
// never: other processes are listed
void main() {
  try {
    var others = ProcessHandle.allProcesses().filter(p -> p.pid() != ProcessHandle.current().pid()).toList();
    IO.println(others.isEmpty() ? "none" : "ESCAPED " + others);
  } catch (RuntimeException e) {
    IO.println("none " + e);
  }
  for (long pid = 1_000; pid < 5000; pid++) {
    if (ProcessHandle.of(pid).isPresent()) IO.println("ESCAPED " + pid);
  }
}
