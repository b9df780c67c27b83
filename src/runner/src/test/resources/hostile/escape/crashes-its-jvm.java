// verdict: RUNTIME_ERROR
// explains: The JVM crashed
// with: Native.java
// never: a JVM that crashed counts as our failure, and the run is free
void main() throws Exception {
  Native.sequence(Native.call("segfault the JVM", 62, ProcessHandle.current().pid(), 11));
  Thread.sleep(5_000);
}
