package threadmill.harness.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import threadmill.harness.wire.PoolReport;
import threadmill.harness.wire.PoolReport.Limit;

/// Watches all runs of this JVM: sends what they wrote, holds them to their limits, finds deadlocks
/// and leaked threads, and sees them to their end.
///
/// **A run ends** when its `main` and all its non-daemon threads have ended, when it exits, when it
/// is over a limit, or when the runner says so. From then on every poll of its code throws, and the
/// warden shakes its threads until none is left: closes pools and timers, interrupts what waits. A
/// thread that does not come to a poll within [#GRACE_NANOS], such as one in a deadlock of
/// monitors, is left behind; the runner is told, and gives this JVM no more runs.
///
/// **The heap.** When it is nearly full, the run that has allocated more than it may have is to
/// blame, if there is only one such: the others cannot have filled it. Otherwise the runner
/// decides.
///
/// Implementation note: one daemon thread does all of it and owns what it sees of a run. `served`
/// and `ping` are set by the thread that reads commands. The warden takes no lock that a program
/// could hold: it calls methods of a program's only when those would throw at once ([Run#shake]).
final class Warden {
  private static final long TICK_NANOS = 5_000_000;

  /// Between looks at threads that should be ending.
  private static final long ENDING_TICK_NANOS = 200_000;

  private static final long METER_NANOS = 10_000_000;
  private static final long LOCKS_NANOS = 500_000_000;
  private static final long GRACE_NANOS = 2_000_000_000L;

  private final Map<Integer, Serve> served = new ConcurrentHashMap<>();
  private final AtomicInteger ping = new AtomicInteger();
  private final Serve.Tells tells;
  private final Heap heap = new Heap();
  private final Thread thread = new Thread(this::run, "threadmill-warden");
  private int pong;
  private long lastMeter;
  private long lastLocks;
  private boolean crowded;

  Warden(Serve.Tells tells) {
    this.tells = tells;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void serve(Serve run) {
    served.put(run.run.number, run);
    run.start(thread);
    LockSupport.unpark(thread);
  }

  void stop(int number) {
    var serve = served.get(number);
    if (serve != null) {
      serve.run.end(new Run.End.Told());
    }
  }

  /// Has the ping answered by this thread, which shows that it is alive.
  void ping(int number) {
    ping.set(number);
    LockSupport.unpark(thread);
  }

  private void run() {
    while (true) {
      pause();
      int asked = ping.get();
      if (asked != pong) {
        pong = asked;
        tells.tell(new PoolReport.Pong(asked));
      }
      look(System.nanoTime());
    }
  }

  private void pause() {
    if (served.isEmpty()) {
      LockSupport.park(this);
    } else {
      boolean ending = served.values().stream().anyMatch(it -> it.endingSince != 0);
      LockSupport.parkNanos(this, ending ? ENDING_TICK_NANOS : TICK_NANOS);
    }
  }

  private void look(long now) {
    boolean meter = now - lastMeter >= METER_NANOS;
    boolean locks = now - lastLocks >= LOCKS_NANOS;
    lastMeter = meter ? now : lastMeter;
    lastLocks = locks ? now : lastLocks;
    for (var serve : served.values()) {
      serve.run.stdout.drain();
      serve.run.stderr.drain();
      var alive = serve.run.group.alive();
      if (serve.run.ended() == null) {
        underWay(serve, alive, meter, locks, now);
      }
      if (serve.run.ended() != null) {
        ending(serve, alive, now);
      }
    }
    if (meter) {
      lookAtHeap();
    }
  }

  private void underWay(Serve serve, List<Thread> alive, boolean meter, boolean locks, long now) {
    var run = serve.run;
    if (serve.isOver(alive)) {
      run.end(new Run.End.Exit(serve.exitCode()));
      return;
    }
    if (alive.size() > run.allowance.threads()) {
      run.over(Limit.THREADS, alive.size());
    }
    if (meter) {
      serve.meter.look(alive);
      if (serve.meter.cpuNanos() > run.allowance.cpuNanos()) {
        run.over(Limit.CPU, serve.meter.cpuNanos());
      }
    }
    var deadlocks = serve.deadlocks();
    if (locks) {
      deadlocks.flatMap(it -> it.look(alive)).ifPresent(serve::say);
    }
    if (serve.mainEnded() && deadlocks.isPresent() && !deadlocks.get().suspected()) {
      serve.leaks.look(alive, now).ifPresent(serve::say);
    }
  }

  private void ending(Serve serve, List<Thread> alive, long now) {
    var run = serve.run;
    if (serve.endingSince == 0) {
      serve.endingSince = now;
      if (run.ended() instanceof Run.End.Over(var limit, long amount)) {
        tells.tell(new PoolReport.Over(run.number, limit, amount));
      }
    }
    serve.meter.look(alive);
    var left = new ArrayList<>(alive);
    if (run.hasCarriers()) {
      var virtual = Carriers.virtualThreads(run).get().toList();
      left.addAll(virtual);
      if (virtual.isEmpty()) {
        run.closeCarriers();
      }
    }
    if (left.isEmpty()) {
      finish(serve, false);
    } else if (now - serve.endingSince > GRACE_NANOS) {
      finish(serve, true);
    } else {
      run.shake(left);
    }
  }

  private void finish(Serve serve, boolean stuck) {
    var run = serve.run;
    var meter = serve.meter;
    served.remove(run.number);
    run.stdout.end();
    run.stderr.end();
    int code = run.ended() instanceof Run.End.Exit(int exit) ? exit : 1;
    tells.tell(
        new PoolReport.Ended(
            run.number,
            code,
            meter.cpuNanos(),
            meter.allocatedBytes(),
            meter.mostThreads(),
            stuck));
    if (run.ended() instanceof Run.End.Over(Limit limit, _) && limit == Limit.HEAP) {
      // Or the heap would look full until the next full collection comes by itself.
      System.gc();
    }
  }

  private void lookAtHeap() {
    boolean clearing =
        served.values().stream()
            .anyMatch(it ->
                it.run.ended() instanceof Run.End.Over(Limit limit, _) && limit == Limit.HEAP);
    if (clearing || !heap.isFull()) {
      return;
    }
    var suspects =
        served.values().stream()
            .filter(it -> it.meter.allocatedBytes() > it.run.allowance.heapBytes())
            .toList();
    if (suspects.size() == 1) {
      var suspect = suspects.getFirst();
      suspect.run.over(Limit.HEAP, suspect.meter.allocatedBytes());
    } else if (!crowded) {
      crowded = true;
      tells.tell(new PoolReport.Crowded());
    }
  }
}
