/// Lets many read, or one write. While a writer waits, no new reader comes in.
///
/// All fields are guarded by this; whoever changes one so that another thread may go on wakes all.
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
      if (!writing) {
        notifyAll(); // interrupted: readers that waited behind it may go in
      }
    }
  }

  synchronized void endWriting() {
    writing = false;
    notifyAll();
  }
}
