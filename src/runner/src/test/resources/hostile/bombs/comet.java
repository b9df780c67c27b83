// verdict: TIME_LIMIT
// wall: 1500
// with: Native.java
// never: a process that is forked anew and ends all the time stays out of sight, or outlives the run
void main() throws Exception {
  // again: fork; the child goes on, the parent exits.
  Native.code(0xB8, 57, 0, 0, 0, 0x0F, 0x05, 0x85, 0xC0, 0x74, 0xF5, 0xB8, 60, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05);
  Thread.sleep(60_000);
}
