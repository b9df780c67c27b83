import threadmill.lab.Lab;

// The same count in one run with one core, and in another with two.

static final int FROM = 10_000_000;
static final int TO = 11_500_000;

void main() throws InterruptedException {
  long begin = System.nanoTime();
  int primes = Primes.count(FROM, TO, 2);
  long millis = (System.nanoTime() - begin) / 1_000_000;
  IO.println("%d primes in %d ms, cores: %d".formatted(primes, millis, Lab.cores()));
}
