// verdict: OUTPUT_LIMIT
// with: Native.java
// never: thread dumps of the JVM, asked for by SIGQUIT, are not counted as output
void main() throws Exception {
  for (int i = 0; i < 20; i++) Thread.ofPlatform().daemon().start(() -> java.util.concurrent.locks.LockSupport.park());
  Native.forever(Native.call("kill", 62, ProcessHandle.current().pid(), 3));
  Thread.sleep(60_000);
}
