/// There is an order, but it is one that changes, and that two equal accounts do not have.
class Bank {
  static boolean transfer(Account from, Account to, long amount) {
    var first = from.balance <= to.balance ? from : to;
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
