// verdict: OK
// needs: seccomp
// with: Native.java
// stdout: denied pidfd_getfd
// never: a child process takes the harness's channel out of the JVM and writes to it
void main() throws Exception {
  Native.attemptLast(
      Native.call("pidfd_open", 434, ProcessHandle.current().pid(), 0), Native.call("pidfd_getfd", 438, new Native.Result(0), 4, 0));
}
