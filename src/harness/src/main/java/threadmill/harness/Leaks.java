package threadmill.harness;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import threadmill.harness.wire.Report;
import threadmill.lab.host.WorkerProcess;

/// Finds threads that keep a finished program alive: after `main` has returned, non-daemon threads
/// that only wait without a deadline for [#PATIENCE_NANOS], while nothing else of the program works
/// that could wake them.
public final class Leaks {
  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final Pattern REAPER = Pattern.compile("process reaper \\(pid (\\d{1,9})\\)");

  private final Supplier<Stream<Thread>> virtual;
  private long idleSince = Long.MIN_VALUE;
  private boolean reported;

  /// @param virtual looks at the program's virtual threads
  public Leaks(Supplier<Stream<Thread>> virtual) {
    this.virtual = virtual;
  }

  public Optional<Report.ThreadLeak> look(List<Thread> alive, long nanoTime) {
    if (reported || !idle(alive)) {
      idleSince = Long.MIN_VALUE;
      return Optional.empty();
    }
    if (idleSince == Long.MIN_VALUE) {
      idleSince = nanoTime;
    }
    if (nanoTime - idleSince < PATIENCE_NANOS) {
      return Optional.empty();
    }
    reported = true;
    return Optional.of(
        new Report.ThreadLeak(
            alive.stream().filter(Leaks::keepsAlive).map(Threads::name).toList()));
  }

  private boolean idle(List<Thread> alive) {
    var system = Threads.systemGroup();
    for (var thread : alive) {
      boolean busy =
          keepsAlive(thread)
              ? !StatusWord.waitsForever(StatusWord.of(thread))
              : !isJvms(thread, system) && works(thread) && !awaitsWorker(thread);
      if (busy) {
        return false;
      }
    }
    return virtual.get().allMatch(thread -> thread.getState() == Thread.State.WAITING)
        && alive.stream().anyMatch(Leaks::keepsAlive);
  }

  private static boolean keepsAlive(Thread thread) {
    return !thread.isDaemon() && !destroysJvm(thread);
  }

  private static boolean isJvms(Thread thread, ThreadGroup system) {
    return system.equals(thread.getThreadGroup()) || destroysJvm(thread);
  }

  /// The thread that was `main`, as it waits for the others.
  private static boolean destroysJvm(Thread thread) {
    return thread.getName().equals("DestroyJavaVM");
  }

  /// Whether it is the JDK's thread that waits for the end of a process pool's worker. The worker
  /// itself works only while a thread of the pool waits for its answer.
  private static boolean awaitsWorker(Thread thread) {
    var reaper = REAPER.matcher(thread.getName());
    return reaper.matches() && WorkerProcess.is(Long.parseLong(reaper.group(1)));
  }

  /// A daemon that runs, sleeps or is about to enter a monitor may yet wake others; one that is
  /// parked is an idle worker of a pool.
  private static boolean works(Thread thread) {
    return switch (StatusWord.activity(StatusWord.of(thread))) {
      case RUNNABLE, BLOCKED, REENTERING, SLEEPING, IO -> true;
      case WAITING, PARKED, PINNED, ENDED -> false;
    };
  }
}
