// verdict: OK
// needs: seccomp
// with: Native.java
// never: System V segments and queues hold memory that belongs to no process
void main() throws Exception {
  Native.attempt(
      Native.call("shmget", 29, 0, 64 << 20, 0x3B6),
      Native.call("msgget", 68, 0, 0x3B6),
      Native.call("semget", 64, 0, 1000, 0x3B6),
      Native.call("mq_open", 240, "queue", 0x42, 0x1B6, 0));
}
