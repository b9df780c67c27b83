import threadmill.lab.Lab;

// Two threads add to one tally.

static final int ENTRIES = 200;

void main() throws Exception {
  var tally = new Tally();
  long begin = System.nanoTime();
  try (var pool = Lab.executor()) {
    for (long entry = 1; entry <= ENTRIES; entry++) {
      long seed = entry;
      pool.submit(() -> tally.add(seed, 1_000_000));
    }
  }
  IO.println("counts: " + Arrays.toString(tally.counts()));
  IO.println("%d ms".formatted((System.nanoTime() - begin) / 1_000_000));
}
