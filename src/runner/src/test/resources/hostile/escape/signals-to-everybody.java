// verdict: RUNTIME_ERROR
// explains: signal 9
// with: Native.java
// never: a signal to all processes reaches the supervisor or a neighbour
void main() throws Exception {
  Native.sequence(Native.call("kill all", 62, -1, 9));
  Thread.sleep(5_000);
}
