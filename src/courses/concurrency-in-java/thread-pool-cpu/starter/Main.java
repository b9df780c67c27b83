import threadmill.lab.ExecutorKind;
import threadmill.lab.Lab;

// The same code on two threads, and then on two processes.

void main() throws Exception {
  var numbers = cheapThenExpensive();
  measure("threads", ExecutorKind.FIXED, numbers);
  measure("processes", ExecutorKind.PROCESS, numbers);
}

void measure(String phase, ExecutorKind kind, List<Long> numbers) throws Exception {
  Lab.phase(phase);
  long begin = System.nanoTime();
  try (var pool = kind.open(2)) {
    long primes = Counter.count(numbers, pool);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    IO.println("%-9s %d primes in %d ms".formatted(phase, primes, millis));
  }
}

List<Long> cheapThenExpensive() {
  var numbers = new ArrayList<Long>();
  for (long n = 1_001; n < 1_301; n++) {
    numbers.add(n);
  }
  for (long n = 10_000_000_000_001L; n < 10_000_000_000_601L; n += 2) {
    numbers.add(n);
  }
  return numbers;
}
