import java.util.concurrent.locks.ReentrantLock;

/// One lock before all others: right, but the whole bank waits for each single transfer.
class Bank {
  private static final ReentrantLock BANK = new ReentrantLock();

  static boolean transfer(Account from, Account to, long amount) {
    BANK.lock();
    from.lock.lock();
    to.lock.lock();
    try {
      if (from.balance < amount) {
        return false;
      }
      from.balance -= amount;
      to.balance += amount;
      return true;
    } finally {
      to.lock.unlock();
      from.lock.unlock();
      BANK.unlock();
    }
  }
}
