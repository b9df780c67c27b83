// verdict: MEMORY_LIMIT
// with: Native.java
// never: many processes take together what one may not
void main() throws Exception {
  for (int i = 0; i < 40; i++) {
    Native.forever(Native.call("mmap", 9, 0x10000000L, 24 << 20, 3, 0x8032, -1, 0), Native.call("pause", 34));
  }
  Thread.sleep(60_000);
}
