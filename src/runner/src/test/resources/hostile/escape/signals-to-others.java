// verdict: OK
// with: Native.java
// stdout: alive
// never: a signal leaves the sandbox, or ends its first process
void main() throws Exception {
  long own = ProcessHandle.current().pid();
  Native.sequence(Native.call("kill the first", 62, 1, 9), Native.call("stop the first", 62, 1, 19), Native.call("terminate the first", 62, 1, 15));
  for (int pid = 100; pid < 40_000; pid += 100) {
    var calls = new Native.Call[100];
    for (int i = 0; i < 100; i++) calls[i] = Native.call("kill", 62, pid + i, 0);
    if (pid < 4_000 || pid % 4_000 == 0) {
      for (long got : Native.sequence(calls)) if (got >= 0) pid = found(pid, own);
    }
  }
  IO.println("alive");
}

int found(int pid, long own) {
  // Within the sandbox numbers are small: the JVM, its helpers, our own little processes.
  if (pid > 1_000) IO.println("ESCAPED there is a process near " + pid + ", we are " + own);
  return pid;
}
