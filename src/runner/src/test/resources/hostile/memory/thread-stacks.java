// verdict: MEMORY_LIMIT
// never: the stacks of many threads come to more than the sandbox may have
void main() throws Exception {
  for (int i = 0; i < 490; i++) {
    new Thread(null, () -> {
      try {
        dig(0);
      } catch (StackOverflowError e) {
        while (true) java.util.concurrent.locks.LockSupport.park();
      }
    }, "digger").start();
  }
  Thread.sleep(60_000);
}

static int dig(int depth) {
  return dig(depth + 1) + 1;
}
