/// Lets many read, or one write.
class ReadWrite {

  /// Waits until reading is allowed.
  void startReading() throws InterruptedException {
    // To do
  }

  void endReading() {
    // To do
  }

  /// Waits until nobody reads and nobody else writes.
  void startWriting() throws InterruptedException {
    // To do
  }

  void endWriting() {
    // To do
  }
}
