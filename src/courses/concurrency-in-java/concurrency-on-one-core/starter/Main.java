// Two jobs that only compute, and main, which draws how far they are.

static final int STEPS = 20;

void main() throws InterruptedException {
  var one = new Job("Task 1", STEPS, this::compute);
  var two = new Job("Task 2", STEPS, this::compute);
  one.start();
  two.start();
  do {
    Thread.sleep(100);
    IO.println("Task 1 %s  Task 2 %s".formatted(bar(one.done()), bar(two.done())));
  } while (one.done() < STEPS || two.done() < STEPS);
  one.finish();
  two.finish();
}

String bar(int done) {
  return "#".repeat(done) + ".".repeat(STEPS - done);
}

// A step: each round needs the one before it, so that there is no short cut.
void compute() {
  long x = 1;
  for (int i = 0; i < 10_000_000; i++) {
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
  }
  if (x == 0) {
    throw new IllegalStateException("xorshift never gives 0");
  }
}
