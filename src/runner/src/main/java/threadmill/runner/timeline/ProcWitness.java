package threadmill.runner.timeline;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import threadmill.runner.kernel.NewestId;
import threadmill.runner.kernel.ProcFile;
import threadmill.runner.kernel.ProcessClock;
import threadmill.runner.kernel.SystemCallException;
import threadmill.runner.kernel.TaskFiles;
import threadmill.runner.timeline.Timeline.Source;

/// Sees what `/proc` says of each thread every 2 ms, or less often: its looks take at most a
/// twenty-fifth of a core. A thread that starts and ends between two looks is not seen.
final class ProcWitness implements Witness {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long SHARE = 25;

  /// Also when no ids were given, so that CPU time is fresh when a process ends.
  private static final long SEARCH = TimeUnit.MILLISECONDS.toNanos(10);

  private final int pid;
  private final ProcCpuTime cpu;
  private final boolean ownsCpu;
  private final ProcFile.Buffer buffer = new ProcFile.Buffer();
  private final NewestId newest = new NewestId(buffer);
  private final Map<Integer, ProcTask> tasks = new HashMap<>();
  private final Map<Integer, Long> given = new HashMap<>();
  private Tracks tracks = new Tracks(0);
  private int main;
  private long zero;
  private long until;
  private long searchedAt;

  /// A witness that has not begun.
  ///
  /// @param cpu finds the processes
  /// @param ownsCpu whether to close it too
  ProcWitness(int pid, ProcCpuTime cpu, boolean ownsCpu) {
    this.pid = pid;
    this.cpu = cpu;
    this.ownsCpu = ownsCpu;
  }

  @Override
  public Source source() {
    return Source.PROC;
  }

  @Override
  public void begin(long zero, int[] cores, Tracks tracks) {
    this.zero = zero;
    this.tracks = tracks;
    cpu.nanos();
    Program.find(pid, tracks);
    for (var track : tracks.all()) {
      if (track.process == 1) {
        main = track.pid;
      }
      watch(track);
    }
  }

  @Override
  public long look() {
    long cost = ProcessClock.ofThisThread();
    long now = now();
    if (newest.changed() || now - searchedAt > SEARCH) {
      searchedAt = now;
      cpu.nanos();
      for (int process : cpu.family(main)) {
        findThreads(process);
      }
    }
    for (Iterator<ProcTask> each = tasks.values().iterator(); each.hasNext(); ) {
      var task = each.next();
      int grown = task.look(until, now());
      if (grown < 0) {
        tracks.exited(now(), task.track.tid);
        task.close();
        each.remove();
      } else {
        tracks.grew(grown);
        name(task, now);
      }
    }
    until = now;
    return Math.max(PAUSE, (ProcessClock.ofThisThread() - cost) * (SHARE - 1));
  }

  private long now() {
    return System.nanoTime() - zero;
  }

  private void findThreads(int process) {
    tracks.process(process);
    for (int tid : TaskFiles.threads(process)) {
      if (!tasks.containsKey(tid)) {
        TaskFiles.comm(process, tid)
            .map(comm -> tracks.found(until, now(), process, tid, comm))
            .ifPresent(this::watch);
      }
    }
  }

  private void watch(ThreadTrack track) {
    var folder = "/proc/" + track.pid + "/task/" + track.tid;
    try {
      var schedstat = ProcFile.open(folder + "/schedstat", buffer);
      try {
        tasks.put(
            track.tid,
            new ProcTask(track, schedstat, ProcFile.open(folder + "/stat", buffer), given));
      } catch (SystemCallException refused) {
        schedstat.close();
        throw refused;
      }
    } catch (SystemCallException goneOrTooMany) {
      tracks.unseen(track);
    }
  }

  /// Asks for a thread's name ever less often as it grows older.
  private void name(ProcTask task, long now) {
    if (now >= task.nextName) {
      TaskFiles.comm(task.track.pid, task.track.tid)
          .ifPresent(comm -> tracks.named(now(), task.track.tid, comm));
      long age = now - Math.max(0, task.track.born);
      task.nextName = now + Math.min(age / 2, TimeUnit.MILLISECONDS.toNanos(500));
    }
  }

  @Override
  public long until() {
    return until;
  }

  @Override
  public void close() {
    tasks.values().forEach(ProcTask::close);
    tasks.clear();
    newest.close();
    if (ownsCpu) {
      cpu.close();
    }
  }
}
