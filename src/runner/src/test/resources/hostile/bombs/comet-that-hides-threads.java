// verdict: THREAD_LIMIT | TIME_LIMIT
// wall: 3000
// with: Native.java
// never: what descends from a process that lived too short to be seen is not counted
void main() throws Exception {
  // 300 times: fork; the parent exits at once. Then fork without end.
  Native.code(
      0x41, 0xBC, 0x2C, 0x01, 0, 0,
      0xB8, 57, 0, 0, 0, 0x0F, 0x05, 0x85, 0xC0, 0x75, 0x0E, 0x41, 0xFF, 0xCC, 0x75, 0xF0,
      0xB8, 57, 0, 0, 0, 0x0F, 0x05, 0xEB, 0xF7,
      0xB8, 60, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05);
  Thread.sleep(60_000);
}
