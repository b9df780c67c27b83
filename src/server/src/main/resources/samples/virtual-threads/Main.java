// 10,000 threads that sleep. Virtual threads are cheap: one that waits costs a little memory
// and no platform thread. The few platform threads that run them are called carriers.

static final int SLEEPERS = 10_000;
static final int MILLIS = 500;

void main() {
  long begin = System.nanoTime();
  var woke = new AtomicInteger();
  Set<String> carriers = ConcurrentHashMap.newKeySet();

  var names = Thread.ofVirtual().name("sleeper-", 1).factory();
  try (var threads = Executors.newThreadPerTaskExecutor(names)) {
    for (int i = 0; i < SLEEPERS; i++) {
      threads.submit(
          () -> {
            Thread.sleep(MILLIS);
            carriers.add(carrier());
            return woke.incrementAndGet();
          });
    }
  } // waits for all of them

  long millis = (System.nanoTime() - begin) / 1_000_000;
  IO.println("%d sleepers woke".formatted(woke.get()));
  IO.println("%d s of sleep took %d ms".formatted((long) SLEEPERS * MILLIS / 1000, millis));
  IO.println("platform threads that carried them: %d".formatted(carriers.size()));
}

// A virtual thread describes itself as VirtualThread[#30,sleeper-1]/runnable@its-carrier.
String carrier() {
  String self = Thread.currentThread().toString();
  return self.substring(self.lastIndexOf('@') + 1);
}
