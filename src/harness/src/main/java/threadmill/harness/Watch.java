package threadmill.harness;

import java.io.IOException;
import java.util.Arrays;
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
  /// Least time between samples. Where looks take longer, pauses grow, so that looking takes no
  /// more than 2 % of a core from a program that uses all of its cores ([#PAUSE_PER_WORK]), and
  /// each look of such a program that finds nothing new doubles the pause.
  private static final long SAMPLE_NANOS = 5_000_000;

  /// Off where the operator wants no timelines; deadlocks and leaks are looked for all the same.
  private static final boolean SAMPLED = !"false".equals(System.getProperty("threadmill.sampled"));

  /// Pauses are this many times as long as the look before, within bounds.
  private static final long PAUSE_PER_WORK = 80;

  /// The same while a core is idle: a look then takes nobody's time.
  private static final long PAUSE_PER_IDLE_WORK = 10;

  /// Looks that the cost of one is taken from.
  private static final int RECENT = 8;

  private static final long LONGEST_PAUSE_NANOS = 100_000_000;

  /// Longest pause while threads change their states: on a machine that others use, looks take long
  /// without costing more, and waits of some 30 ms are to be seen there too.
  private static final long CHANGING_PAUSE_NANOS = 25_000_000;

  /// Two looks at locks are this far apart.
  private static final long LOCKS_NANOS = 500_000_000;

  private final Link link;
  private final Thread thread;
  private final Threads threads = new Threads();
  private final Sampler sampler;
  private final Deadlocks deadlocks;
  private final Leaks leaks = new Leaks(Threads::virtual);
  private long lastLocks = System.nanoTime();
  private volatile boolean mainReturned;

  Watch(Link link, Program program) {
    this.link = link;
    this.sampler = new Sampler(program);
    this.deadlocks = new Deadlocks(program, Threads::virtual);
    this.thread = new Thread(Threads.systemGroup(), this::run, "threadmill-watch");
    this.thread.setDaemon(true);
    // Loads what a look needs now, not in the program's time.
    StatusWord.of(thread);
    sampler.look(threads.alive());
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
    int cores = Runtime.getRuntime().availableProcessors();
    var recent = new long[RECENT];
    int looks = 0;
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
      recent[looks++ % recent.length] = System.nanoTime() - began;
      pause = pause(shortest(recent), sampler.runnable() < cores, pause);
    }
  }

  private long pause(long took, boolean idle, long before) {
    long least = took * (idle ? PAUSE_PER_IDLE_WORK : PAUSE_PER_WORK);
    if (sampler.changed()) {
      return Math.clamp(least, SAMPLE_NANOS, CHANGING_PAUSE_NANOS);
    }
    return Math.clamp(
        idle ? least : Math.max(least, 2 * before), SAMPLE_NANOS, LONGEST_PAUSE_NANOS);
  }

  /// What a look costs: the shortest of late. Where others hold the cores, of this program or of
  /// the machine, it takes longer without costing more, and the first looks load classes, which no
  /// pause makes up for.
  private static long shortest(long[] recent) {
    return Arrays.stream(recent).min().orElseThrow();
  }

  private void look(long now) throws IOException {
    var alive = threads.alive();
    if (SAMPLED) {
      send(sampler.look(alive));
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
