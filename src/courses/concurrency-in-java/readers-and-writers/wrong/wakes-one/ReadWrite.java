/// Wakes one waiter: often a reader that may not go on yet, and that wakes nobody.
class ReadWrite {
  private int reading;
  private int waitingToWrite;
  private boolean writing;

  /// Waits until reading is allowed.
  synchronized void startReading() throws InterruptedException {
    while (writing || waitingToWrite > 0) {
      wait();
    }
    reading++;
  }

  synchronized void endReading() {
    reading--;
    notify();
  }

  /// Waits until nobody reads and nobody else writes.
  synchronized void startWriting() throws InterruptedException {
    waitingToWrite++;
    try {
      while (writing || reading > 0) {
        wait();
      }
      writing = true;
    } finally {
      waitingToWrite--;
    }
  }

  synchronized void endWriting() {
    writing = false;
    notify();
  }
}
