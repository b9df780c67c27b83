// verdict: OK
// executor: process
// stdout: 148933 in process-pool-1
// stdout: kind process, 2 workers
import threadmill.lab.Lab;

static final int WIDTH = 250_000;

void main() throws Exception {
  int primes = 0;
  var where = new TreeSet<String>();
  try (var pool = Lab.executor()) {
    var futures = new ArrayList<Future<String>>();
    for (int i = 0; i < 8; i++) {
      int from = i * WIDTH;
      futures.add(pool.submit(() -> count(from, from + WIDTH) + " " + Thread.currentThread().getName()));
    }
    for (var future : futures) {
      var parts = future.get().split(" ");
      primes += Integer.parseInt(parts[0]);
      where.add(parts[1].replaceAll("-worker-\\d", ""));
    }
  }
  IO.println(primes + " in " + String.join(" ", where));
  IO.println("kind " + Lab.executorKind().word() + ", " + Lab.parallelism() + " workers");
}

int count(int from, int to) {
  return (int) IntStream.range(from, to).filter(this::isPrime).count();
}

boolean isPrime(int n) {
  if (n < 4) {
    return n > 1;
  }
  for (int d = 2; d * d <= n; d++) {
    if (n % d == 0) {
      return false;
    }
  }
  return true;
}
