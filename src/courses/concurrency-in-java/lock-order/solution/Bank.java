/// Moves money from one account to another.
class Bank {

  /// Moves an amount, if there is enough. Locks are taken in the order of the accounts' numbers,
  /// whichever way the money goes.
  ///
  /// @return whether it was moved
  static boolean transfer(Account from, Account to, long amount) {
    var first = from.number <= to.number ? from : to;
    var second = first == from ? to : from;
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        if (from.balance < amount) {
          return false;
        }
        from.balance -= amount;
        to.balance += amount;
        return true;
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }
}
