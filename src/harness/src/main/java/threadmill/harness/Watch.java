package threadmill.harness;

import java.io.IOException;
import java.util.Optional;
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

  /// Pauses are this many times as long as the look before, within bounds.
  private static final long PAUSE_PER_WORK = 100;

  private static final long LONGEST_PAUSE_NANOS = 100_000_000;

  /// Two looks at locks are this far apart.
  private static final long LOCKS_NANOS = 500_000_000;

  private final Link link;
  private final Thread thread;
  private final Threads threads = new Threads();
  private final Sampler sampler = new Sampler();
  private final Deadlocks deadlocks;
  private final Leaks leaks = new Leaks(Threads::virtual);
  private long lastLocks = System.nanoTime();
  private volatile boolean mainReturned;

  Watch(Link link, Program program) {
    this.link = link;
    this.deadlocks = new Deadlocks(program, Threads::virtual);
    this.thread = new Thread(Threads.systemGroup(), this::run, "threadmill-watch");
    this.thread.setDaemon(true);
    // Loads what a look needs now, not in the program's time.
    StatusWord.of(thread);
    threads.alive();
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
    long pause = 0;
    while (true) {
      LockSupport.parkNanos(pause);
      long began = System.nanoTime();
      try {
        look(began);
      } catch (OutOfMemoryError _) {
        // The program has taken all memory; what becomes of that is its own affair.
      } catch (IOException _) {
        // The runner has gone and takes the sandbox with it.
        return;
      }
      long took = System.nanoTime() - began;
      pause = Math.clamp(took * PAUSE_PER_WORK, SAMPLE_NANOS, LONGEST_PAUSE_NANOS);
    }
  }

  private void look(long now) throws IOException {
    var alive = threads.alive();
    var sample = sampler.look(alive);
    if (!sample.changed().isEmpty()) {
      link.send(sample);
    }
    if (now - lastLocks >= LOCKS_NANOS) {
      lastLocks = now;
      send(deadlocks.look(alive));
    }
    if (mainReturned && !deadlocks.suspected()) {
      send(leaks.look(alive, now));
    }
  }

  private void send(Optional<? extends Report> finding) throws IOException {
    if (finding.isPresent()) {
      link.send(finding.get());
    }
  }
}
