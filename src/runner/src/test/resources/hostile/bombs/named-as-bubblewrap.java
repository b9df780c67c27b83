// verdict: THREAD_LIMIT
// with: Native.java
// never: processes are taken for the sandbox's own by their name, and not counted
void main() throws Exception {
  Native.named = "bwrap";
  Native.forever(Native.call("fork", 57));
  Thread.sleep(60_000);
}
