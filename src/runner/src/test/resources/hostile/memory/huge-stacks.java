// verdict: MEMORY_LIMIT
// explains: memory
// never: a few threads with huge stacks are taken for too many threads
void main() throws Exception {
  for (int i = 0; i < 100; i++) {
    var huge = new Thread(null, () -> java.util.concurrent.locks.LockSupport.park(), "huge", 200L << 20);
    huge.setDaemon(true);
    huge.start();
  }
}
