import java.util.ArrayList;
import java.util.List;
import threadmill.lab.ProcessPool;

class Primes {
  /// The numbers that are prime, in their order, found by so many processes.
  static List<Long> among(List<Long> numbers, int processes) throws Exception {
    List<Boolean> answers;
    try (var pool = new ProcessPool(processes)) {
      answers = pool.map(n -> isPrime(n), numbers, Math.max(1, numbers.size())).toList();
    }
    var primes = new ArrayList<Long>();
    for (int i = 0; i < numbers.size(); i++) {
      if (answers.get(i)) {
        primes.add(numbers.get(i));
      }
    }
    return primes;
  }

  /// Needs no change.
  static boolean isPrime(long n) {
    if (n < 2 || n > 2 && n % 2 == 0) {
      return false;
    }
    for (long d = 3; d * d <= n; d += 2) {
      if (n % d == 0) {
        return false;
      }
    }
    return true;
  }
}
