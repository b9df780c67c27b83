import threadmill.lab.Lab;

static final List<Long> NUMBERS =
    List.of(
        135_951_551_609_957L,
        150_460_461_744_347L,
        240_271_731_491_401L,
        197_172_755_435_083L,
        191_765_154_119_249L,
        240_271_886_498_411L,
        174_598_953_352_613L,
        135_050_984_821_693L);

void main() throws Exception {
  long begin = System.nanoTime();
  var primes = Primes.among(NUMBERS, Lab.parallelism());
  long millis = (System.nanoTime() - begin) / 1_000_000;
  IO.println("%d of %d numbers are prime:".formatted(primes.size(), NUMBERS.size()));
  primes.forEach(IO::println);
  IO.println("found in %d ms by %d processes".formatted(millis, Lab.parallelism()));
}
