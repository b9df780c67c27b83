/// Moves money from one account to another.
class Bank {

  /// Moves an amount, if there is enough.
  ///
  /// @return whether it was moved
  static boolean transfer(Account from, Account to, long amount) {
    from.lock.lock();
    try {
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
      }
    } finally {
      from.lock.unlock();
    }
  }
}
