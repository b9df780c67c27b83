// verdict: OK
// needs: seccomp
// with: Native.java
// never: shared pages that nobody maps any more hold memory that belongs to no process
void main() throws Exception {
  // MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, then MADV_DONTNEED: still allocated, no longer resident.
  Native.attempt(Native.call("mmap shared anonymous", 9, 0, 4 << 20, 3, 0x8021, -1, 0));
}
