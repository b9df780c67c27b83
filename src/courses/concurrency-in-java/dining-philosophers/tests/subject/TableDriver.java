import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Seats philosophers at tables whose forks take a moment to be picked up.
class TableDriver {
  private static final List<String> NAMES =
      List.of("Hypatia", "Laozi", "Averroes", "Kant", "Arendt", "Nagarjuna", "Spinoza");

  /// All begin to eat at the same moment, some times over.
  static void dinner(int seats, int meals) throws InterruptedException {
    var table = new Table(List.<Lock>copyOf(forks(seats)));
    var together = new CyclicBarrier(seats);
    var philosophers = new ArrayList<Thread>();
    for (int seat = 0; seat < seats; seat++) {
      int mine = seat;
      philosophers.add(
          start(
              NAMES.get(seat),
              () -> {
                for (int i = 0; i < meals; i++) {
                  together.await();
                  table.eat(mine, () -> {});
                }
              }));
    }
    for (var philosopher : philosophers) {
      philosopher.join();
    }
  }

  /// All eat for some time: how many meals there were, and how many of them while the philosopher
  /// did not hold both forks.
  static int[] manners(int seats, int meals) throws InterruptedException {
    var forks = forks(seats);
    var table = new Table(List.<Lock>copyOf(forks));
    var eaten = new AtomicInteger();
    var rude = new AtomicInteger();
    var philosophers = new ArrayList<Thread>();
    for (int seat = 0; seat < seats; seat++) {
      int mine = seat;
      Runnable meal =
          () -> {
            eaten.incrementAndGet();
            if (!forks.get(mine).isHeldByCurrentThread()
                || !forks.get((mine + 1) % seats).isHeldByCurrentThread()) {
              rude.incrementAndGet();
            }
          };
      philosophers.add(
          start(
              NAMES.get(seat),
              () -> {
                for (int i = 0; i < meals; i++) {
                  table.eat(mine, meal);
                }
              }));
    }
    for (var philosopher : philosophers) {
      philosopher.join();
    }
    return new int[] {eaten.get(), rude.get()};
  }

  /// Whether the philosophers at two seats are seen to eat at the same time.
  static boolean together(int seats, int one, int other) throws InterruptedException {
    var table = new Table(List.<Lock>copyOf(forks(seats)));
    var eating = new CountDownLatch(2);
    var met = new AtomicInteger();
    Runnable meal =
        () -> {
          eating.countDown();
          try {
            if (eating.await(2, TimeUnit.SECONDS)) {
              met.incrementAndGet();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    var first = start(NAMES.get(one), () -> table.eat(one, meal));
    var second = start(NAMES.get(other), () -> table.eat(other, meal));
    first.join();
    second.join();
    return met.get() == 2;
  }

  /// How many forks are not back on the table after a meal, which may end with an exception.
  static int missing(int seats, int seat, boolean spoilt) {
    var forks = forks(seats);
    var table = new Table(List.<Lock>copyOf(forks));
    try {
      table.eat(
          seat,
          () -> {
            if (spoilt) {
              throw new IllegalStateException("a fly in the soup");
            }
          });
    } catch (IllegalStateException e) {
      // the meal's own
    }
    return (int) forks.stream().filter(ReentrantLock::isLocked).count();
  }

  private static List<Fork> forks(int seats) {
    var forks = new ArrayList<Fork>();
    for (int i = 0; i < seats; i++) {
      forks.add(new Fork());
    }
    return forks;
  }

  private interface Work {
    void run() throws InterruptedException, BrokenBarrierException;
  }

  private static Thread start(String name, Work work) {
    return Thread.ofPlatform()
        .name(name)
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /// A fork that is heavy: after picking it up, a hand rests.
  private static final class Fork extends ReentrantLock {
    @Override
    public void lock() {
      super.lock();
      rest();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      super.lockInterruptibly();
      rest();
    }

    @Override
    public boolean tryLock() {
      boolean got = super.tryLock();
      if (got) {
        rest();
      }
      return got;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      boolean got = super.tryLock(time, unit);
      if (got) {
        rest();
      }
      return got;
    }

    private static void rest() {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
