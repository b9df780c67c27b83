import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Looks in one critical section and counts in the next: between them, a writer may come in.
class ReadWrite {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private int reading;
  private int waitingToWrite;
  private boolean writing;

  void startReading() throws InterruptedException {
    lock.lock();
    try {
      while (writing || waitingToWrite > 0) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
    lock.lock();
    try {
      reading++;
    } finally {
      lock.unlock();
    }
  }

  void endReading() {
    lock.lock();
    try {
      reading--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void startWriting() throws InterruptedException {
    lock.lock();
    try {
      waitingToWrite++;
      while (writing || reading > 0) {
        changed.await();
      }
      waitingToWrite--;
      writing = true;
    } finally {
      lock.unlock();
    }
  }

  void endWriting() {
    lock.lock();
    try {
      writing = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
