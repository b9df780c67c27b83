import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// An account. Its balance may be read and changed only by a thread that holds its lock. Leave this
/// file as it is.
class Account {
  final int number; // every account has another one
  final Lock lock;
  long balance; // guarded by lock

  Account(int number, long balance) {
    this(number, balance, new ReentrantLock());
  }

  Account(int number, long balance, Lock lock) {
    this.number = number;
    this.balance = balance;
    this.lock = lock;
  }
}
