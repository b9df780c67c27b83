// verdict: TIME_LIMIT
// wall: 1500
// with: Native.java
// never: a program that is stopped, not ended, is waited for without end
void main() throws Exception {
  Native.sequence(Native.call("stop all", 62, -1, 19), Native.call("stop own group", 62, 0, 19));
  Thread.sleep(60_000);
}
