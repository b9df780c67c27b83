package threadmill.runner.timeline.programs;

/// Threads that end at once, one after the other.
public final class ShortThreads {
  private ShortThreads() {}

  /// Runs it.
  ///
  /// @param args threads
  public static void main(String[] args) throws InterruptedException {
    Gate.await("ready");
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      var thread = Thread.ofPlatform().name("short-" + i).start(() -> Spinners.spin(20_000));
      thread.join();
    }
    Gate.await("done");
  }
}
