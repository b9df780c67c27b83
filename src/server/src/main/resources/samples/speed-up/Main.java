import threadmill.lab.Lab;

// CPU-bound work for an experiment: the same rounds in the same tasks, on whatever executor,
// parallelism and cores a cell has. An experiment's sizes come as the first argument.

static final int TASKS = 32;

void main(String[] args) throws Exception {
  long rounds = args.length == 0 ? 160_000_000 : Long.parseLong(args[0]);
  long checksum = 0;
  try (var pool = Lab.executor()) {
    var futures = new ArrayList<Future<Long>>();
    for (int task = 1; task <= TASKS; task++) {
      long seed = task;
      futures.add(pool.submit(() -> work(seed, rounds / TASKS)));
    }
    for (var future : futures) {
      checksum ^= future.get();
    }
  }
  IO.println("%d rounds, checksum %x".formatted(rounds, checksum));
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
