package threadmill.runner.timeline;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;
import threadmill.runner.kernel.SystemCallException;

/// A recorder that has a thread of its own between release and finish.
///
/// Implementation note. Tracks, Java threads, marks and the witness belong to the recording thread
/// alone; [Thread#start] hands them to it and [Thread#join] hands them back to whoever calls
/// [#finish]. Shared are only `samples` and `phases`, concurrent queues; `stopping`; and the CPU
/// time, which guards itself. `mostTasks` and `whenExceeded` are set before the thread starts,
/// whose they then are. The recording thread is a daemon platform thread, since it makes short
/// native calls hundreds of times a second; it ends when `stopping` is set, at the latest after one
/// pause. [#release], [#finish] and [#close] hold this monitor, the recording thread never does. A
/// listener that throws is not called again; recording goes on.
final class WatchedRun implements Recorder {
  private static final System.Logger LOG = System.getLogger(WatchedRun.class.getName());

  private final int pid;
  private final CpuTime cpu;
  private final Queue<Report.Sample> samples = new ConcurrentLinkedQueue<>();
  private final Queue<Report.Phase> phases = new ConcurrentLinkedQueue<>();
  private int[] cores = {};
  private Witness witness;
  private volatile boolean stopping;
  private volatile long cpuAtRelease;
  private volatile boolean released;
  private volatile int moreTasks;
  private int mostTasks = Integer.MAX_VALUE;
  private Runnable whenExceeded = () -> {};
  private volatile @Nullable RuntimeException failure;
  private @Nullable Recording recording;

  private record Recording(
      Instant startedAt,
      long zero,
      Tracks tracks,
      JavaThreads threads,
      Marks marks,
      Thread thread) {}

  WatchedRun(int pid, Witness witness, CpuTime cpu) {
    this.pid = pid;
    this.witness = witness;
    this.cpu = cpu;
  }

  @Override
  public synchronized void release(Instant startedAt, long nanoTime, int[] cores, Live live) {
    if (recording != null) {
      throw new IllegalStateException("released already");
    }
    this.cores = cores.clone();
    var tracks = new Tracks(cores.length);
    begin(nanoTime, cores, tracks);
    var threads = new JavaThreads(nanoTime);
    var marks = new Marks(nanoTime);
    var feed = new LiveFeed(tracks, threads, marks, cores);
    var thread =
        Thread.ofPlatform()
            .daemon()
            .name("timeline-" + pid)
            .unstarted(() -> record(tracks, feed, threads, marks, nanoTime, live));
    recording = new Recording(startedAt, nanoTime, tracks, threads, marks, thread);
    thread.start();
    cpuAtRelease = cpu.nanos();
    released = true;
  }

  private void begin(long nanoTime, int[] cores, Tracks tracks) {
    try {
      witness.begin(nanoTime, cores, tracks);
    } catch (SystemCallException refused) {
      LOG.log(
          System.Logger.Level.WARNING,
          "perf rings for process {0} are refused ({1}); its timeline is sampled from /proc",
          pid,
          refused.getMessage());
      witness.close();
      witness = new ProcWitness(pid, new ProcCpuTime(pid), true);
      witness.begin(nanoTime, cores, tracks);
    }
  }

  @Override
  public void sampled(Report.Sample sample) {
    samples.add(sample);
  }

  @Override
  public void marked(Report.Phase phase) {
    phases.add(phase);
  }

  @Override
  public long cpuNanos() {
    return released ? Math.max(0, cpu.nanos() - cpuAtRelease) : 0;
  }

  @Override
  public void whenTasksExceed(int most, Runnable then) {
    mostTasks = most;
    whenExceeded = then;
  }

  @Override
  public int moreTasks() {
    return moreTasks;
  }

  @Override
  public synchronized Timeline finish(long nanoTime) {
    var run = recording;
    if (run == null) {
      throw new IllegalStateException("not released");
    }
    stop(run);
    if (failure != null) {
      throw new IllegalStateException("the recording broke off", failure);
    }
    return Assembling.timeline(
        run.startedAt(),
        Math.max(0, nanoTime - run.zero()),
        run.tracks(),
        run.threads(),
        run.marks(),
        cores,
        witness.source());
  }

  @Override
  public synchronized void close() {
    if (recording != null) {
      stop(recording);
    }
    witness.close();
    cpu.close();
  }

  private void stop(Recording run) {
    stopping = true;
    LockSupport.unpark(run.thread());
    boolean interrupted = false;
    while (run.thread().isAlive()) {
      try {
        run.thread().join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void record(
      Tracks tracks, LiveFeed feed, JavaThreads threads, Marks marks, long zero, Live live) {
    int atRelease = tracks.living();
    try {
      boolean listening = true;
      long toldAt = zero;
      while (!stopping) {
        long pause = look(threads, marks);
        count(tracks, atRelease);
        if (listening && System.nanoTime() - toldAt >= LiveFeed.pause(toldAt - zero)) {
          toldAt = System.nanoTime();
          listening = tell(live, feed);
          // Telling may have taken a while, and rings fill meanwhile.
          pause = look(threads, marks);
        }
        LockSupport.parkNanos(pause);
      }
      look(threads, marks);
      count(tracks, atRelease);
    } catch (RuntimeException broken) {
      failure = broken;
    }
  }

  private void count(Tracks tracks, int atRelease) {
    moreTasks = Math.max(0, tracks.mostLiving() - atRelease);
    if (moreTasks > mostTasks) {
      mostTasks = Integer.MAX_VALUE;
      whenExceeded.run();
    }
  }

  private long look(JavaThreads threads, Marks marks) {
    long pause = witness.look();
    for (var sample = samples.poll(); sample != null; sample = samples.poll()) {
      threads.take(sample);
    }
    for (var phase = phases.poll(); phase != null; phase = phases.poll()) {
      marks.take(phase, System.nanoTime());
    }
    return pause;
  }

  /// Tells the listener what came.
  ///
  /// @return whether to go on telling
  private boolean tell(Live live, LiveFeed feed) {
    var part = feed.grown(witness.until());
    if (part.lanes().isEmpty() && part.slices().isEmpty() && part.marks().isEmpty()) {
      return true;
    }
    try {
      live.on(part);
      return true;
    } catch (RuntimeException deaf) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a listener to the timeline of process " + pid + " failed; it hears no more of it",
          deaf);
      return false;
    }
  }
}
