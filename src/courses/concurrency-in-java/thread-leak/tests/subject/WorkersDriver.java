import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Opens workers in a thread group of their own, and looks who is still there after closing.
class WorkersDriver {

  /// How many tasks were done when `close` had returned, and how many threads were left.
  static int[] shift(int workers, int tasks, int millis) throws InterruptedException {
    var done = new AtomicInteger();
    var seen = new int[2];
    var group = new ThreadGroup("shift");
    var boss =
        new Thread(
            group,
            () -> {
              try (var pool = new Workers(workers)) {
                for (int i = 0; i < tasks; i++) {
                  pool.submit(() -> {
                    sleep(millis);
                    done.incrementAndGet();
                  });
                }
              }
              seen[0] = done.get();
              seen[1] = group.activeCount() - 1; // but for the boss
            },
            "boss");
    boss.start();
    boss.join();
    return seen;
  }

  /// Whether as many tasks as there are workers are under way at the same time.
  static boolean together(int workers) throws InterruptedException {
    var busy = new CountDownLatch(workers);
    var met = new AtomicInteger();
    try (var pool = new Workers(workers)) {
      for (int i = 0; i < workers; i++) {
        pool.submit(() -> {
          busy.countDown();
          try {
            if (busy.await(2, TimeUnit.SECONDS)) {
              met.incrementAndGet();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
      }
      busy.await(2, TimeUnit.SECONDS);
    }
    return met.get() == workers;
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
