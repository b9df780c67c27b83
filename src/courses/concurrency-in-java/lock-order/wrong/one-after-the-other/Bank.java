/// Never holds two locks, so it cannot deadlock; but between them the money is nowhere.
class Bank {
  static boolean transfer(Account from, Account to, long amount) {
    from.lock.lock();
    try {
      if (from.balance < amount) {
        return false;
      }
      from.balance -= amount;
    } finally {
      from.lock.unlock();
    }
    to.lock.lock();
    try {
      to.balance += amount;
    } finally {
      to.lock.unlock();
    }
    return true;
  }
}
