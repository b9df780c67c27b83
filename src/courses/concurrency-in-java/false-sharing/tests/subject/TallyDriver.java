import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Events whose kinds look random.
class TallyDriver {

  /// How many events of each kind there are, by the student.
  static long[] count(int events, int kinds, int seed, int threads) throws InterruptedException {
    return Tally.count(events, kinds, i -> kind(i, seed, kinds), threads);
  }

  private static int kind(int event, int seed, int kinds) {
    long mixed = (event + seed) * 0x9E3779B9 & 0xffff_ffffL;
    return (int) (mixed * kinds >>> 32);
  }

  /// The same, while the threads wait for each other before they look at their first events, so
  /// that none has counted all before another begins.
  static long[] crowd(int events, int kinds, int seed, int threads) throws InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    var all = new CountDownLatch(threads);
    var missed = new AtomicBoolean();
    return Tally.count(
        events,
        kinds,
        i -> {
          if (all.getCount() > 0) {
            meet(all, seen, missed);
          } else if ((i & 15) == 0) {
            Thread.yield();
          }
          return kind(i, seed, kinds);
        },
        threads);
  }

  /// Whether as many threads as were asked for are seen to count at the same time.
  static boolean together(int events, int threads) throws InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    var all = new CountDownLatch(threads);
    var missed = new AtomicBoolean();
    Tally.count(
        events,
        2,
        i -> {
          if (all.getCount() > 0) {
            meet(all, seen, missed);
          }
          return i & 1;
        },
        threads);
    return all.getCount() == 0 && !missed.get();
  }

  /// The first look of each thread waits a while for those of the others.
  private static void meet(CountDownLatch all, Set<Thread> seen, AtomicBoolean missed) {
    if (seen.add(Thread.currentThread())) {
      all.countDown();
      try {
        if (!all.await(2, TimeUnit.SECONDS)) {
          missed.set(true);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
