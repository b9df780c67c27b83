// verdict: OK
// with: Native.java
// never: a program comes before others
void main() throws Exception {
  Native.attempt(
      Native.call("setpriority", 141, 0, 0, -10),
      Native.call("sched_setscheduler FIFO", 144, 0, 1, new byte[] {50, 0, 0, 0}),
      Native.call("sched_setscheduler RR", 144, 0, 2, new byte[] {50, 0, 0, 0}),
      Native.call("sched_setattr DEADLINE", 314, 0, deadline(), 0),
      Native.call("ioprio_set real time", 251, 1, 0, 1 << 13));
}

byte[] deadline() {
  return java.nio.ByteBuffer.allocate(48).order(java.nio.ByteOrder.LITTLE_ENDIAN)
      .putInt(48).putInt(6).putLong(0).putInt(0).putInt(0).putLong(9_000_000).putLong(10_000_000).putLong(10_000_000).array();
}
