import threadmill.lab.Lab;

// Forty million events of eight kinds, counted by one thread and by all that the run form names.

static final int EVENTS = 40_000_000;
static final int KINDS = 8;

void main() throws InterruptedException {
  for (int round = 1; round <= 3; round++) {
    timed(1);
    timed(Lab.parallelism());
  }
}

void timed(int threads) throws InterruptedException {
  Lab.phase(threads + " thread(s)");
  long begin = System.nanoTime();
  var counts = Tally.count(EVENTS, KINDS, i -> (i * 0x9E3779B9) >>> 29, threads);
  long millis = (System.nanoTime() - begin) / 1_000_000;
  Lab.phase("done");
  IO.println("%d thread(s) %4d ms, %s".formatted(threads, millis, Arrays.toString(counts)));
}
