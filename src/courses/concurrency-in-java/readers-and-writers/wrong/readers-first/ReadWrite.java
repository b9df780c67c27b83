/// A writer comes in only when no reader is there, and new readers keep coming.
class ReadWrite {
  private int reading;
  private int waitingToWrite;
  private boolean writing;

  /// Waits until reading is allowed.
  synchronized void startReading() throws InterruptedException {
    while (writing) {
      wait();
    }
    reading++;
  }

  synchronized void endReading() {
    reading--;
    notifyAll();
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
    notifyAll();
  }
}
