// verdict: MEMORY_LIMIT
// with: Native.java
// never: pages that a child asks of the kernel are not counted
void main() throws Exception {
  // 32 MiB a time, private, anonymous, populated
  Native.forever(Native.call("mmap", 9, 0, 32 << 20, 3, 0x8022, -1, 0));
  Thread.sleep(60_000);
}
