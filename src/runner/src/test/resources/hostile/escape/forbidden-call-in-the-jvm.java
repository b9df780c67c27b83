// verdict: RUNTIME_ERROR
// explains: signal
// with: Native.java
// never: a JVM that is killed by a signal of a filter counts as ours
void main() throws Exception {
  Native.sequence(Native.call("abort the JVM", 62, ProcessHandle.current().pid(), 6));
  Thread.sleep(5_000);
}
