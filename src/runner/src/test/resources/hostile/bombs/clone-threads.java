// verdict: THREAD_LIMIT
// with: Native.java
// never: threads that native code makes are not counted
void main() throws Exception {
  // CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM
  Native.forever(Native.call("clone", 56, 0x50F00, 0, 0, 0, 0));
  Thread.sleep(60_000);
}
