/// Without locks there is no deadlock, and nothing else that one could rely on.
class Bank {
  static boolean transfer(Account from, Account to, long amount) {
    if (from.balance < amount) {
      return false;
    }
    from.balance -= amount;
    to.balance += amount;
    return true;
  }
}
