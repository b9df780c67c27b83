// verdict: THREAD_LIMIT
// with: Native.java
// never: processes leave the sandbox's count by leaving their session and their parent
void main() throws Exception {
  Native.forever(Native.call("setsid", 112), Native.call("fork", 57), Native.call("setsid", 112));
  Thread.sleep(60_000);
}
