import threadmill.lab.Lab;

// One big sum, by one thread and by the workers of a pool.

static final int NUMBERS = 40_000_000;

void main() {
  try (var pool = new ForkJoinPool(Lab.parallelism())) {
    for (int i = 1; i <= 3; i++) {
      Lab.phase("one thread");
      timed("one thread", () -> IntStream.range(0, NUMBERS).mapToLong(this::value).sum());
      Lab.phase("the pool");
      timed("the pool  ", () -> Sum.of(0, NUMBERS, this::value, pool));
    }
  }
}

long value(int number) {
  long x = number + 1;
  for (int round = 0; round < 4; round++) {
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
  }
  return x & 0xff;
}

void timed(String how, LongSupplier work) {
  long begin = System.nanoTime();
  long sum = work.getAsLong();
  IO.println("%s %d in %d ms".formatted(how, sum, (System.nanoTime() - begin) / 1_000_000));
}
