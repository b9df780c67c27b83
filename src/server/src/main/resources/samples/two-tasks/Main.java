import threadmill.lab.Lab;

// Two tasks that only compute. A core executes one thread at a time, so:
// - on one core the tasks take turns. Both make progress: concurrency, by time slicing.
// - on two cores both execute at the same instant: parallelism.
// Change the setting "cores" and run again; the program stays as it is.

static final int STEPS = 150_000_000;

void main() throws InterruptedException {
  long begin = System.nanoTime();
  Thread one = Thread.ofPlatform().name("Task 1").start(() -> compute(1));
  Thread two = Thread.ofPlatform().name("Task 2").start(() -> compute(2));
  one.join();
  two.join();
  IO.println("both done after %d ms, cores: %d".formatted(millisSince(begin), Lab.cores()));
}

void compute(int task) {
  long begin = System.nanoTime();
  // Each step needs the one before it, so that no compiler can take a short cut.
  long x = task;
  for (int i = 0; i < STEPS; i++) {
    x ^= x << 13;
    x ^= x >>> 7;
    x ^= x << 17;
  }
  IO.println("Task %d took %d ms, result %x".formatted(task, millisSince(begin), x));
}

long millisSince(long begin) {
  return (System.nanoTime() - begin) / 1_000_000;
}
