package threadmill.runner.timeline.programs;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;

/// Threads that compute for a time of their own; they live on until the program is let end.
public final class Spinners {
  static volatile long sink;

  private Spinners() {}

  /// Runs it.
  ///
  /// @param args threads, milliseconds of CPU time each
  public static void main(String[] args) throws InterruptedException {
    Gate.await("ready");
    int threads = Integer.parseInt(args[0]);
    long nanos = Long.parseLong(args[1]) * 1_000_000;
    var done = new CountDownLatch(threads);
    var end = new CountDownLatch(1);
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

  /// Computes for so much CPU time, however long that takes on a busy machine.
  static void spin(long nanos) {
    var clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    long x = 1;
    while (clock.getCurrentThreadCpuTime() - start < nanos) {
      for (int i = 0; i < 10_000; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
      }
    }
    sink = x;
  }
}
