import threadmill.lab.Lab;

// The same CPU-bound work as in the sample on speed-up, but every task holds one global lock while
// it works. An experiment's sizes come as the first argument.

static final int TASKS = 32;
static final ReentrantLock GLOBAL_LOCK = new ReentrantLock();

void main(String[] args) throws Exception {
  long rounds = args.length == 0 ? 160_000_000 : Long.parseLong(args[0]);
  long checksum = 0;
  try (var pool = Lab.executor()) {
    var futures = new ArrayList<Future<Long>>();
    for (int task = 1; task <= TASKS; task++) {
      long seed = task;
      futures.add(pool.submit(() -> locked(seed, rounds / TASKS)));
    }
    for (var future : futures) {
      checksum ^= future.get();
    }
  }
  IO.println("%d rounds, checksum %x".formatted(rounds, checksum));
}

long locked(long seed, long rounds) {
  GLOBAL_LOCK.lock();
  try {
    return work(seed, rounds);
  } finally {
    GLOBAL_LOCK.unlock();
  }
}

long work(long seed, long rounds) {
  long x = seed;
  for (long i = 0; i < rounds; i++) {
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
  }
  return x;
}
