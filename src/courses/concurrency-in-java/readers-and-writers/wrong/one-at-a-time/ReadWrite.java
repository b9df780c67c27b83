import java.util.concurrent.Semaphore;

/// Safe, and too strict: readers do not disturb each other.
class ReadWrite {
  private final Semaphore alone = new Semaphore(1, true);

  void startReading() throws InterruptedException {
    alone.acquire();
  }

  void endReading() {
    alone.release();
  }

  void startWriting() throws InterruptedException {
    alone.acquire();
  }

  void endWriting() {
    alone.release();
  }
}
