import java.util.ArrayList;
import java.util.List;
import threadmill.lab.LabExecutor;

class Counter {
  /// How many of the numbers are prime. The pool does the work.
  static long count(List<Long> numbers, LabExecutor pool) throws Exception {
    var all = new ArrayList<>(numbers);
    return pool.submit(() -> countAlone(all)).get();
  }

  /// The same by the thread that calls. It needs no change.
  static long countAlone(List<Long> numbers) {
    long count = 0;
    for (long n : numbers) {
      if (isPrime(n)) {
        count++;
      }
    }
    return count;
  }

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
