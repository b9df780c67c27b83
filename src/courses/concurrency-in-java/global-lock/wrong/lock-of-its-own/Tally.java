/// Counts how many entries fall into each of eight buckets. Any number of threads may add.
class Tally {
  private final long[] counts = new long[8];

  /// Adds an entry.
  void add(long seed, int rounds) {
    int bucket = bucket(seed, rounds);
    Object lock = new Object();
    synchronized (lock) {
      counts[bucket]++;
    }
  }

  /// The counts of all buckets.
  synchronized long[] counts() {
    return counts.clone();
  }

  /// Computes the bucket of an entry, in so many rounds. It uses nothing but its arguments.
  static int bucket(long seed, int rounds) {
    long x = seed;
    for (int i = 0; i < rounds; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return (int) (x & 7);
  }
}
