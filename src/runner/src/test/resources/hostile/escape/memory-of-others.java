// verdict: OK
// needs: seccomp
// with: Native.java
// never: a process reads or writes the memory of another one
void main() throws Exception {
  long victim = Native.forever(Native.call("pause", 34)).pid();
  // One vector of 8 bytes at the ELF header, which each of our little processes has there.
  byte[] vector = java.nio.ByteBuffer.allocate(16).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(0x400000).putLong(8).array();
  Native.attempt(
      Native.call("process_vm_readv", 310, victim, vector, 1, vector, 1, 0),
      Native.call("process_vm_writev", 311, victim, vector, 1, vector, 1, 0),
      Native.call("kcmp", 312, victim, 1, 1, 0, 0));
  Native.attemptLast(Native.call("pidfd_open", 434, victim, 0), Native.call("process_madvise", 440, new Native.Result(0), vector, 1, 21, 0));
}
