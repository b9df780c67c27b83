// verdict: RUNTIME_ERROR
// explains: signal 9
// with: Native.java
// never: a signal to the program's group reaches the supervisor
void main() throws Exception {
  Native.sequence(Native.call("kill own group", 62, 0, 9));
  Thread.sleep(5_000);
}
