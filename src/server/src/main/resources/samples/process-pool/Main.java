import threadmill.lab.ProcessPool;

// A process pool: map() hands each number to a child JVM and gives the answers back in order.
// Processes share no memory, so tasks and results travel as copies. Chunks make fewer, larger parcels.

static final List<Long> NUMBERS =
    List.of(
        112_272_535_095_293L,
        112_582_705_942_171L,
        112_272_535_095_293L,
        115_280_095_190_773L,
        115_797_848_077_099L,
        1_099_726_899_285_419L);

void main() {
  long begin = System.nanoTime();
  try (var pool = new ProcessPool()) {
    List<Boolean> primes = pool.map(n -> isPrime(n), NUMBERS, 1).toList();
    for (int i = 0; i < NUMBERS.size(); i++) {
      IO.println("%d is prime: %s".formatted(NUMBERS.get(i), primes.get(i)));
    }
  }
  IO.println("took %d ms".formatted((System.nanoTime() - begin) / 1_000_000));
}

boolean isPrime(long n) {
  if (n < 2) {
    return false;
  }
  if (n == 2) {
    return true;
  }
  if (n % 2 == 0) {
    return false;
  }
  long root = (long) Math.sqrt(n);
  for (long d = 3; d <= root; d += 2) {
    if (n % d == 0) {
      return false;
    }
  }
  return true;
}
