class Primes {
  /// How many primes there are from `from` to `to - 1`, counted by so many threads at the same time.
  static int count(int from, int to, int threads) throws InterruptedException {
    var counts = new int[threads];
    var workers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int number = t;
      int begin = from + (int) ((long) (to - from) * t / threads);
      int end = from + (int) ((long) (to - from) * (t + 1) / threads);
      workers[t] = new Thread(() -> counts[number] = countAlone(begin, Math.min(end + 1, to)));
      workers[t].start();
    }
    int sum = 0;
    for (int t = 0; t < threads; t++) {
      workers[t].join();
      sum += counts[t];
    }
    return sum;
  }

  /// The same by the thread that calls. It needs no change.
  static int countAlone(int from, int to) {
    int count = 0;
    for (int n = from; n < to; n++) {
      if (isPrime(n)) {
        count++;
      }
    }
    return count;
  }

  static boolean isPrime(int n) {
    if (n < 2 || n > 2 && n % 2 == 0) {
      return false;
    }
    for (int d = 3; (long) d * d <= n; d += 2) {
      if (n % d == 0) {
        return false;
      }
    }
    return true;
  }
}
