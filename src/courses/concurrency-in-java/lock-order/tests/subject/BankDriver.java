import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// Transfers between accounts whose locks tell what happens to them.
class BankDriver {

  /// Ann pays Bob while Bob pays Ann. Whoever has got a lock takes a moment before the next step.
  static List<Long> thereAndBack(int times) throws InterruptedException {
    var hers = new Account(1, 1_000, new WatchedLock(() -> pause(1), () -> {}));
    var his = new Account(2, 1_000, new WatchedLock(() -> pause(1), () -> {}));
    var together = new CyclicBarrier(2);
    var ann = start("Ann", () -> pay(together, times, hers, his));
    var bob = start("Bob", () -> pay(together, times, his, hers));
    ann.join();
    bob.join();
    return List.of(hers.balance, his.balance);
  }

  private static void pay(CyclicBarrier together, int times, Account from, Account to) {
    for (int i = 0; i < times; i++) {
      try {
        together.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        return;
      }
      Bank.transfer(from, to, 1);
    }
  }

  /// One transfer: whether it was done (1 or 0), and both balances after it.
  static List<Long> one(int fromNumber, long from, int toNumber, long to, long amount) {
    var payer = new Account(fromNumber, from);
    var payee = new Account(toNumber, to);
    long done = Bank.transfer(payer, payee, amount) ? 1 : 0;
    return List.of(done, payer.balance, payee.balance);
  }

  /// An account pays itself: whether that was done (1 or 0), and its balance after it.
  static List<Long> oneself(long balance, long amount) {
    var account = new Account(1, balance);
    return List.of(Bank.transfer(account, account, amount) ? 1L : 0L, account.balance);
  }

  /// Looks at both accounts whenever the transfer has let go of all locks: the sum that was found
  /// each time. Empty when the transfer did not take both locks.
  static List<Long> audit(int fromNumber, int toNumber, long from, long to, long amount) {
    var accounts = new ArrayList<Account>();
    var sums = new ArrayList<Long>();
    var taken = new int[2];
    for (int i = 0; i < 2; i++) {
      int me = i;
      accounts.add(
          new Account(
              i == 0 ? fromNumber : toNumber,
              i == 0 ? from : to,
              new WatchedLock(
                  () -> taken[me]++,
                  () -> {
                    if (accounts.stream().noneMatch(a -> held(a))) {
                      sums.add(accounts.get(0).balance + accounts.get(1).balance);
                    }
                  })));
    }
    Bank.transfer(accounts.get(0), accounts.get(1), amount);
    return taken[0] > 0 && taken[1] > 0 ? sums : List.of();
  }

  private static boolean held(Account account) {
    return ((WatchedLock) account.lock).isHeldByCurrentThread();
  }

  /// Two transfers between four accounts: whether both were in the middle at the same time.
  static boolean strangers() throws InterruptedException {
    var bothInside = new CountDownLatch(2);
    var met = new AtomicReference<>(true);
    var threads = new ArrayList<Thread>();
    for (int pair = 0; pair < 2; pair++) {
      Runnable meet =
          () -> {
            bothInside.countDown();
            try {
              if (!bothInside.await(2, TimeUnit.SECONDS)) {
                met.set(false);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          };
      var once = new Runnable[] {meet};
      var first = new Account(2 * pair, 10, new WatchedLock(() -> {}, () -> {}));
      var second =
          new Account(
              2 * pair + 1,
              10,
              new WatchedLock(
                  () -> {
                    var now = once[0];
                    once[0] = () -> {};
                    now.run();
                  },
                  () -> {}));
      threads.add(start("pair-" + pair, () -> Bank.transfer(first, second, 1)));
    }
    for (var thread : threads) {
      thread.join();
    }
    return met.get() && bothInside.getCount() == 0;
  }

  /// Many clerks move money between few accounts: what there is in all at the end.
  static long crowd(int clerks, int accounts, int times, long seed) throws InterruptedException {
    var all = new ArrayList<Account>();
    for (int i = 0; i < accounts; i++) {
      all.add(new Account(i, 1_000));
    }
    var threads = new ArrayList<Thread>();
    for (int clerk = 0; clerk < clerks; clerk++) {
      var random = new SplittableRandom(seed + clerk);
      threads.add(
          start(
              "clerk-" + clerk,
              () -> {
                for (int i = 0; i < times; i++) {
                  int from = random.nextInt(accounts);
                  int to = (from + random.nextInt(1, accounts)) % accounts;
                  Bank.transfer(all.get(from), all.get(to), random.nextInt(100));
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    return all.stream().mapToLong(a -> a.balance).sum();
  }

  private static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().name(name).start(work);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A lock that tells when it was taken and when it was let go.
  private static final class WatchedLock extends ReentrantLock {
    private final transient Runnable taken;
    private final transient Runnable freed;

    WatchedLock(Runnable taken, Runnable freed) {
      this.taken = taken;
      this.freed = freed;
    }

    @Override
    public void lock() {
      super.lock();
      taken.run();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      super.lockInterruptibly();
      taken.run();
    }

    @Override
    public boolean tryLock() {
      boolean got = super.tryLock();
      if (got) {
        taken.run();
      }
      return got;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      boolean got = super.tryLock(time, unit);
      if (got) {
        taken.run();
      }
      return got;
    }

    @Override
    public void unlock() {
      super.unlock();
      freed.run();
    }
  }
}
