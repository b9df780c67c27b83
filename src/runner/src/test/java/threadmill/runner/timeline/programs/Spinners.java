package threadmill.runner.timeline.programs;

/// Threads that compute for a time; they live on until the program is let end.
public final class Spinners {
  static volatile long sink;

  private Spinners() {}

  /// @param args threads, milliseconds
  public static void main(String[] args) throws InterruptedException {
    Gate.await("ready");
    int threads = Integer.parseInt(args[0]);
    long nanos = Long.parseLong(args[1]) * 1_000_000;
    var done = new java.util.concurrent.CountDownLatch(threads);
    var end = new java.util.concurrent.CountDownLatch(1);
    for (int i = 1; i <= threads; i++) {
      Thread.ofPlatform()
          .name("task-" + i)
          .daemon()
          .start(() -> {
            spin(nanos);
            done.countDown();
            try {
              end.await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          });
    }
    done.await();
    Gate.await("done");
    end.countDown();
  }

  static void spin(long nanos) {
    long start = System.nanoTime();
    long x = 1;
    while (System.nanoTime() - start < nanos) {
      for (int i = 0; i < 10_000; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
      }
    }
    sink = x;
  }
}
