package threadmill.harness.pool;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Allowance;
import threadmill.harness.wire.PoolReport.Limit;
import threadmill.lab.Lab;

/// One program in a JVM that it shares with others: all that it would have of the JVM, were it
/// alone there.
///
/// Implementation note: `end` is set once, by whoever ends the run first; `stop` follows it and
/// never becomes false again, so that every poll after that throws. `this` guards the pools, which
/// are made when they are first asked for, and never after the stop; no other lock is taken under
/// it. The streams that a program may set are volatile.
public final class Run {
  /// Whether every poll shall throw. Woven classes read it at every poll.
  public volatile boolean stop;

  final int number;
  final Allowance allowance;
  final RunGroup group;
  final Monitors monitors = new Monitors();
  final Output stdout;
  final Output stderr;
  volatile PrintStream out;
  volatile PrintStream err;
  volatile InputStream in;
  volatile Thread.@Nullable UncaughtExceptionHandler handler;

  private final BufferedReader reader;
  private final Map<String, String> properties;
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private final Queue<WeakReference<Closes>> closing = new ConcurrentLinkedQueue<>();
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger pools = new AtomicInteger();
  private final AtomicInteger timers = new AtomicInteger();
  private volatile Thread warden = Thread.currentThread();
  private @Nullable ForkJoinPool pool;
  private @Nullable ForkJoinPool carriers;
  private @Nullable ScheduledExecutorService clock;

  /// Why a run is over.
  sealed interface End {
    /// `main` and all other threads ended, or the program exited.
    record Exit(int code) implements End {}

    /// It took more than it may have.
    ///
    /// @param amount what it took when that was seen, in the limit's unit
    record Over(Limit limit, long amount) implements End {}

    /// The runner wants it to end.
    record Told() implements End {}
  }

  /// Something with threads of its own, which end when it is closed.
  @FunctionalInterface
  interface Closes {
    void close();
  }

  Run(int number, Allowance allowance, byte[] stdin, Wrote wrote) {
    this.number = number;
    this.allowance = allowance;
    this.group = new RunGroup(this);
    this.stdout =
        new Output(
            allowance.stdoutBytes(),
            text -> wrote.on(false, text),
            () -> over(Limit.STDOUT, allowance.stdoutBytes()));
    this.stderr =
        new Output(
            allowance.stderrBytes(),
            text -> wrote.on(true, text),
            () -> over(Limit.STDERR, allowance.stderrBytes()));
    this.out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(stderr, false, StandardCharsets.UTF_8);
    this.in = new ByteArrayInputStream(stdin);
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.properties =
        Map.ofEntries(
            Map.entry(Lab.CORES_PROPERTY, Integer.toString(allowance.cores())),
            Map.entry(Lab.PARALLELISM_PROPERTY, Integer.toString(allowance.parallelism())),
            Map.entry(Lab.EXECUTOR_PROPERTY, allowance.executor()),
            Map.entry("java.version", System.getProperty("java.version", "")),
            Map.entry("java.vendor", System.getProperty("java.vendor", "")),
            Map.entry("java.vm.name", System.getProperty("java.vm.name", "")),
            Map.entry("os.name", System.getProperty("os.name", "")),
            Map.entry("os.arch", System.getProperty("os.arch", "")),
            Map.entry("line.separator", System.lineSeparator()),
            Map.entry("file.separator", "/"),
            Map.entry("path.separator", ":"));
  }

  /// Takes what a run wrote.
  @FunctionalInterface
  interface Wrote {
    void on(boolean toStderr, byte[] text);
  }

  /// The run that a class was defined for.
  public static Run of(Class<?> type) {
    return ((RunLoader) type.getClassLoader()).run();
  }

  /// The run that the current thread belongs to.
  static Run current() {
    var run = Carriers.run(Thread.currentThread());
    if (run == null) {
      throw new IllegalStateException("no run in " + Thread.currentThread());
    }
    return run;
  }

  /// Never returns; called at a poll of a run that has been stopped.
  @SuppressWarnings("DoNotCallSuggester") // woven classes call it
  public void stopped() {
    throw Stopped.NOW;
  }

  /// Stands for the common pool; stages of futures work there.
  public Executor pool() {
    return commonPool();
  }

  synchronized ForkJoinPool commonPool() {
    if (pool == null) {
      refuseWhenStopped();
      pool = new RunForkJoinPool(this, allowance.cores(), "ForkJoinPool.commonPool-worker-");
    }
    return pool;
  }

  /// Runs the run's virtual threads.
  synchronized ForkJoinPool carriers() {
    if (carriers == null) {
      refuseWhenStopped();
      carriers = Carriers.open(this);
    }
    return carriers;
  }

  /// Does what futures time out.
  synchronized ScheduledExecutorService clock() {
    if (clock == null) {
      refuseWhenStopped();
      var made = new RunScheduledPool(1, task -> daemon(task, "CompletableFutureDelayScheduler"));
      made.setRemoveOnCancelPolicy(true);
      clock = made;
    }
    return clock;
  }

  private void refuseWhenStopped() {
    if (stop) {
      throw Stopped.NOW;
    }
  }

  private Thread daemon(Runnable task, String name) {
    var thread = new RunThread(this, task, name);
    thread.setDaemon(true);
    return thread;
  }

  /// Has something closed when the run ends.
  void closeLater(Closes what) {
    closing.add(new WeakReference<>(what));
    if (stop) {
      what.close();
    }
  }

  /// Names threads as the JDK does in a JVM of one's own.
  String nextThread() {
    return "Thread-" + threads.getAndIncrement();
  }

  String nextTimer() {
    return "Timer-" + timers.getAndIncrement();
  }

  int nextPool() {
    return pools.incrementAndGet();
  }

  /// Makes the threads of pools that name no factory.
  ThreadFactory threadFactory() {
    var prefix = "pool-" + nextPool() + "-thread-";
    var made = new AtomicInteger();
    return task -> new RunThread(this, task, prefix + made.incrementAndGet());
  }

  BufferedReader reader() {
    return reader;
  }

  @Nullable String property(String name) {
    return properties.get(name);
  }

  /// Ends the run for a limit.
  void over(Limit limit, long amount) {
    end(new End.Over(limit, amount));
  }

  /// Ends the run, unless it has ended; from now on polls throw.
  void end(End why) {
    if (end.compareAndSet(null, why)) {
      stop = true;
      wakeWarden();
    }
  }

  void wakeWarden() {
    LockSupport.unpark(warden);
  }

  @Nullable End ended() {
    return end.get();
  }

  /// Whom to wake when it is over.
  void watchedBy(Thread thread) {
    warden = thread;
  }

  /// Lets go of the carriers, when no virtual thread is left.
  synchronized void closeCarriers() {
    if (carriers != null) {
      carriers.shutdownNow();
    }
  }

  /// Whether it ever made a virtual thread.
  synchronized boolean hasCarriers() {
    return carriers != null;
  }

  /// Sets all its threads in motion, so that they come to a poll: closes what has threads of its
  /// own, and interrupts those that wait. To be repeated until none is left.
  void shake(Iterable<Thread> left) {
    for (var reference : closing) {
      var what = reference.get();
      if (what != null) {
        try {
          what.close();
        } catch (Throwable _) {
          // It came to a method of the program's, whose poll threw.
        }
      }
    }
    left.forEach(Thread::interrupt);
  }
}
