// verdict: TIME_LIMIT
// with: Native.java
// cores: 1
// wall: 1500
// never: processes that moved to other cores use more than wall time x cores
void main() throws Exception {
  byte[] all = {-1, -1, -1, -1, -1, -1, -1, -1};
  for (int i = 0; i < 4; i++) Native.forever(Native.call("sched_setaffinity", 203, 0, 8, all));
  Thread.sleep(60_000);
}
