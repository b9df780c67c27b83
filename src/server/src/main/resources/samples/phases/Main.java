import threadmill.lab.Completed;
import threadmill.lab.Lab;

// The same work on whatever executor the run form names: choose another one and run it again.
// Lab.phase() marks moments on the timeline.

static final int TASKS = 4;
static final int WIDTH = 200_000;

void main() throws Exception {
  Lab.phase("alone");
  int alone = 0;
  for (int i = 0; i < TASKS; i++) {
    alone += primes(i * WIDTH, (i + 1) * WIDTH);
  }

  Lab.phase("on the executor");
  int together = 0;
  try (var pool = Lab.executor()) {
    var futures = new ArrayList<Future<Integer>>();
    for (int i = 0; i < TASKS; i++) {
      int from = i * WIDTH;
      futures.add(pool.submit(() -> primes(from, from + WIDTH)));
    }
    for (var future : Completed.asCompleted(futures)) {
      together += future.get();
    }
  }

  Lab.phase("done");
  IO.println("%d primes alone, %d on the executor".formatted(alone, together));
  IO.println("the executor was %s".formatted(Lab.executorKind().word()));
}

int primes(int from, int to) {
  int count = 0;
  for (int n = Math.max(2, from); n < to; n++) {
    boolean prime = true;
    for (int d = 2; d * d <= n && prime; d++) {
      prime = n % d != 0;
    }
    count += prime ? 1 : 0;
  }
  return count;
}
