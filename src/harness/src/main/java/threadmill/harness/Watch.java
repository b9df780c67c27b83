package threadmill.harness;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import threadmill.harness.wire.Report;

/// A daemon thread that looks at the program's threads: samples what they do, finds deadlocks and
/// leaked threads.
///
/// Implementation note: one thread owns all state but `mainReturned`, which the main thread sets
/// once. It takes no lock of the program's and calls no method that a student could override. It
/// dies with the JVM.
final class Watch {
  /// Time between samples. A look at 20 threads takes about 20 µs, so that this stays below 1 % of
  /// one core; with many threads the pauses grow ([#PAUSE_PER_WORK]).
  private static final long SAMPLE_NANOS = 5_000_000;

  /// Pauses are at least this many times as long as the look before.
  private static final long PAUSE_PER_WORK = 50;

  /// Two looks at locks are this far apart.
  private static final long LOCKS_NANOS = 500_000_000;

  private final Link link;
  private final Thread thread;
  private final Threads threads = new Threads();
  private final Sampler sampler = new Sampler();
  private final Deadlocks deadlocks;
  private final Leaks leaks = new Leaks();
  private volatile boolean mainReturned;

  Watch(Link link, Program program) {
    this.link = link;
    this.deadlocks = new Deadlocks(program);
    this.thread = new Thread(Threads.systemGroup(), this::run, "threadmill-watch");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void mainReturned() throws IOException {
    link.send(new Report.MainReturned());
    mainReturned = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    try {
      long nextLocks = System.nanoTime() + LOCKS_NANOS;
      while (true) {
        long began = System.nanoTime();
        var alive = threads.alive();
        var sample = sampler.look(alive);
        if (!sample.changed().isEmpty()) {
          link.send(sample);
        }
        if (began >= nextLocks) {
          var deadlock = deadlocks.look(alive);
          if (deadlock.isPresent()) {
            link.send(deadlock.get());
          }
          nextLocks = System.nanoTime() + LOCKS_NANOS;
        }
        if (mainReturned && !deadlocks.suspected()) {
          var leak = leaks.look(alive, began);
          if (leak.isPresent()) {
            link.send(leak.get());
          }
        }
        long took = System.nanoTime() - began;
        LockSupport.parkNanos(Math.max(SAMPLE_NANOS, took * PAUSE_PER_WORK));
      }
    } catch (IOException _) {
      // The runner has gone and takes the sandbox with it.
    }
  }
}
