// Two workers that do all their work under one lock.
static final Object LOCK = new Object();
static volatile long sink;

long work() {
  long x = 88172645463325252L;
  for (int i = 0; i < 12_000_000; i++) {
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
  }
  return x;
}

void main() throws Exception {
  Runnable worker = () -> {
    for (int i = 0; i < 12; i++) {
      synchronized (LOCK) {
        sink = work();
      }
    }
  };
  var one = Thread.ofPlatform().name("worker-1").start(worker);
  var two = Thread.ofPlatform().name("worker-2").start(worker);
  one.join();
  two.join();
  IO.println("lock java.lang.Object@" + Integer.toHexString(System.identityHashCode(LOCK)));
}
