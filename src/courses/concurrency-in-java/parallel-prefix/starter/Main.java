import threadmill.lab.Lab;

// Prefix sums of six million numbers, with one thread and with all that the run form names.

static final int NUMBERS = 6_000_000;

void main() throws InterruptedException {
  for (int round = 1; round <= 3; round++) {
    timed(1);
    timed(Lab.parallelism());
  }
}

void timed(int threads) throws InterruptedException {
  var values = new long[NUMBERS];
  Arrays.setAll(values, i -> i % 10);
  Lab.phase(threads + " thread(s)");
  long begin = System.nanoTime();
  Prefix.of(values, this::costly, threads);
  long millis = (System.nanoTime() - begin) / 1_000_000;
  Lab.phase("done");
  IO.println("%d thread(s): %d ms, last %d".formatted(threads, millis, values[NUMBERS - 1]));
}

// A product of remainders: an operation that costs a little more than an addition.
long costly(long a, long b) {
  return ((a + 1) * (b + 1) - 1) % 1_000_003;
}
