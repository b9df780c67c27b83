// verdict: MEMORY_LIMIT
// with: Native.java
// never: the memory of a process is taken for the sandbox's own by its name, and not counted
void main() throws Exception {
  Native.named = "bwrap";
  // Up to 768 MiB: 24 pieces, private, anonymous, populated; then it sleeps.
  var calls = new Native.Call[25];
  for (int i = 0; i < 24; i++) calls[i] = Native.call("mmap", 9, 0, 32 << 20, 3, 0x8022, -1, 0);
  calls[24] = Native.call("pause", 34);
  Native.sequence(calls);
}
