import threadmill.lab.Lab;

// The same pool on CPU-bound work: the tasks compute all the time and never wait.
// More workers than cores gain nothing here; try parallelism 1, 2 and 8, on one core and on two.

static final int TASKS = 8;
static final int WIDTH = 250_000;

record Count(int from, int to, int primes, String worker) {}

void main() throws InterruptedException, ExecutionException {
  long begin = System.nanoTime();
  int sum = 0;
  var names = Thread.ofPlatform().name("worker-", 1).factory();
  try (var pool = Executors.newFixedThreadPool(Lab.parallelism(), names)) {
    var completed = new ExecutorCompletionService<Count>(pool);
    for (int i = 0; i < TASKS; i++) {
      int from = i * WIDTH;
      completed.submit(() -> count(from, from + WIDTH));
    }
    for (int i = 0; i < TASKS; i++) {
      Count c = completed.take().get();
      IO.println("%s: %d primes in %d..%d".formatted(c.worker, c.primes, c.from, c.to - 1));
      sum += c.primes;
    }
  }
  IO.println("%d primes below %d".formatted(sum, TASKS * WIDTH));
  long millis = (System.nanoTime() - begin) / 1_000_000;
  IO.println(
      "took %d ms; workers: %d, cores: %d".formatted(millis, Lab.parallelism(), Lab.cores()));
}

Count count(int from, int to) {
  int primes = 0;
  for (int n = from; n < to; n++) {
    if (isPrime(n)) {
      primes++;
    }
  }
  return new Count(from, to, primes, Thread.currentThread().getName());
}

boolean isPrime(int n) {
  if (n < 4) {
    return n > 1;
  }
  if (n % 2 == 0) {
    return false;
  }
  for (int d = 3; d * d <= n; d += 2) {
    if (n % d == 0) {
      return false;
    }
  }
  return true;
}
