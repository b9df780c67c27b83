import java.util.concurrent.atomic.AtomicInteger;

/// Has threads add to one tally.
class TallyDriver {
  /// Each thread adds all entries, so many times. Before each time the threads meet, as busy as can
  /// be, so that they set out at the same instant.
  ///
  /// @return the counts
  static long[] together(long[] seeds, int times, int threads) throws InterruptedException {
    var tally = new Tally();
    var here = new AtomicInteger();
    work(
        threads,
        _ -> {
          for (int time = 1; time <= times; time++) {
            here.incrementAndGet();
            for (int spins = 0; here.get() < time * threads; spins++) {
              if (spins > 10_000) {
                Thread.yield(); // nobody else can come while we have the only core
              }
            }
            for (long seed : seeds) {
              tally.add(seed, 0);
            }
          }
        });
    return tally.counts();
  }

  /// The threads share the entries: each adds every `threads`-th.
  static long[] share(long[] seeds, int rounds, int threads) throws InterruptedException {
    var tally = new Tally();
    work(
        threads,
        first -> {
          for (int i = first; i < seeds.length; i += threads) {
            tally.add(seeds[i], rounds);
          }
        });
    return tally.counts();
  }

  private interface Work {
    void by(int worker);
  }

  private static void work(int threads, Work work) throws InterruptedException {
    var workers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int number = t;
      workers[t] =
          Thread.ofPlatform().name("worker-" + (t + 1)).start(() -> work.by(number));
    }
    for (var worker : workers) {
      worker.join();
    }
  }
}
