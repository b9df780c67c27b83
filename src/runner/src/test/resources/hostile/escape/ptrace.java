// verdict: OK
// needs: seccomp
// with: Native.java
// never: a process reads or changes another one, the program's JVM or bubblewrap among them
void main() throws Exception {
  long jvm = ProcessHandle.current().pid();
  Native.attempt(
      Native.call("ptrace TRACEME", 101, 0, 0, 0, 0),
      Native.call("ptrace SEIZE the JVM", 101, 0x4206, jvm, 0, 0),
      Native.call("ptrace SEIZE the first", 101, 0x4206, 1, 0, 0),
      Native.call("ptrace ATTACH the first", 101, 16, 1, 0, 0));
}
