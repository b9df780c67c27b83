// verdict: THREAD_LIMIT
// with: Native.java
// never: processes multiply beyond what one sandbox may have
void main() throws Exception {
  Native.forever(Native.call("fork", 57));
  Thread.sleep(60_000);
}
