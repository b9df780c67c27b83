// verdict: TIME_LIMIT
// wall: 1500
// with: Native.java
// never: a stopped JVM holds a place for longer than its wall time
void main() throws Exception {
  Native.forever(Native.call("stop the JVM", 62, ProcessHandle.current().pid(), 19));
  Thread.sleep(60_000);
}
