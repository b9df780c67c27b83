package threadmill.runner.pool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import threadmill.harness.wire.PoolCommand;
import threadmill.harness.wire.PoolFrames;
import threadmill.harness.wire.PoolReport;
import threadmill.runner.Alarm;
import threadmill.runner.sandbox.Aot;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// One child JVM in a sandbox, and the runs that share it.
///
/// It takes runs until it is *retired*: because a run left threads behind, or because it has served
/// [#MOST_RUNS]. A retired one ends when its last run has. It is *killed* when it is damaged: when
/// it ends by itself, is over its memory, says what makes no sense, answers no ping, or has a heap
/// that somebody filled. All runs in it are harmed then.
///
/// Implementation note: `this` guards `tenants`, `open` and `served`; nobody is told anything under
/// it. `commands` is written under its own lock, alone. One thread reads reports, and tells the
/// tenants of the end; another cleans up after it. The keeper's clock pings and looks at the
/// memory, and alone has `asked` and `askedAt`.
public final class SharedJvm implements AutoCloseable {
  /// Runs at the same time.
  static final int PLACES = 8;

  /// Classes and compiled code of runs that are gone are freed, but not without traces.
  private static final int MOST_RUNS = 2_000;

  private static final System.Logger LOG = System.getLogger(SharedJvm.class.getName());
  private static final String HARNESS = "threadmill.harness";
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final long LOOK_EVERY_MILLIS = 100;

  /// A JVM whose full collection takes longer is of no use either.
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final Sandbox sandbox;
  private final DataInputStream reports;
  private final DataOutputStream commands;
  private final Map<Integer, Tenant> tenants = new HashMap<>();
  private boolean open = true;
  private int served;
  private Thread ending = Thread.currentThread();
  private int asked;
  private volatile int answered;
  private long askedAt;

  /// One run in it.
  public interface Tenant {
    /// Hears a report on it.
    void on(PoolReport report);

    /// The JVM is gone, and the run with it.
    void harmed();
  }

  private SharedJvm(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.reports = new DataInputStream(new BufferedInputStream(sandbox.reports()));
    this.commands = new DataOutputStream(new BufferedOutputStream(sandbox.commands()));
  }

  /// What all of them run.
  ///
  /// @param heapMiB for all runs together
  /// @param threads most of all runs together
  static SandboxSpec spec(Sandboxes sandboxes, int heapMiB, int threads) {
    var java =
        List.of(
            // No run goes on with a heap that another has filled.
            "-XX:+ExitOnOutOfMemoryError",
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "--add-exports=java.base/jdk.internal.access=" + HARNESS,
            "--add-exports=java.base/jdk.internal.misc=" + HARNESS,
            "--add-exports=java.base/jdk.internal.module=" + HARNESS,
            "--add-exports=java.base/jdk.internal.vm=" + HARNESS,
            "--add-opens=java.base/jdk.internal.vm=" + HARNESS,
            "--add-opens=java.base/java.lang=" + HARNESS,
            "--add-opens=java.base/java.util.concurrent.locks=" + HARNESS,
            "--module-path=" + sandboxes.module("lab") + ":" + sandboxes.module("harness"),
            "--module=" + HARNESS + "/threadmill.harness.pool.PoolMain");
    return new SandboxSpec(java, new Bounds(heapMiB, threads, null), false, new Aot.None());
  }

  /// Starts one and waits until it is up.
  static SharedJvm start(Sandboxes sandboxes, SandboxSpec spec, ScheduledExecutorService clock)
      throws NotStartedException {
    return sandboxes.start(spec, sandbox -> come(sandbox, clock));
  }

  private static SharedJvm come(Sandbox sandbox, ScheduledExecutorService clock)
      throws IOException {
    var jvm = new SharedJvm(sandbox);
    try (var _ = Alarm.after(START_LIMIT, sandbox::kill)) {
      if (!(PoolFrames.readReport(jvm.reports) instanceof PoolReport.Hello)) {
        throw new IOException("the harness did not say hello");
      }
    }
    sandbox.answered();
    var reading = jvm.thread("reports", jvm::read);
    // What the JVM itself complains of; programs have streams of their own.
    jvm.thread("stdout", () -> drain(sandbox.stdout()));
    jvm.thread("stderr", () -> drain(sandbox.stderr()));
    var look =
        clock.scheduleWithFixedDelay(
            jvm::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    jvm.ending =
        jvm.thread(
            "end",
            () -> {
              join(reading);
              look.cancel(false);
              sandbox.close();
            });
    return jvm;
  }

  private Thread thread(String role, Runnable work) {
    return Thread.ofPlatform().daemon().name(role + " of a shared JVM").start(work);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(InputStream stream) {
    try {
      stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // It went with the sandbox.
    }
  }

  /// Gives a run a number here.
  ///
  /// @return 0 when this JVM takes no more runs
  public synchronized int admit(Tenant tenant) {
    if (!open) {
      return 0;
    }
    served++;
    tenants.put(served, tenant);
    open = served < MOST_RUNS;
    return served;
  }

  synchronized boolean isOpen() {
    return open;
  }

  boolean hasEnded() {
    return !ending.isAlive();
  }

  /// Sends a command; where that fails the JVM is gone, which its tenants learn otherwise.
  public void send(PoolCommand command) {
    try {
      synchronized (commands) {
        PoolFrames.write(commands, command);
      }
    } catch (IOException _) {
      kill();
    }
  }

  /// Takes a run out, whose end has been told.
  public void leave(int number) {
    boolean last;
    synchronized (this) {
      tenants.remove(number);
      last = !open && tenants.isEmpty();
    }
    if (last) {
      kill();
    }
  }

  /// Takes no more runs.
  public void retire() {
    boolean last;
    synchronized (this) {
      open = false;
      last = tenants.isEmpty();
    }
    if (last) {
      kill();
    }
  }

  /// Ends it with all that is in it.
  public void kill() {
    synchronized (this) {
      open = false;
    }
    sandbox.kill();
  }

  private void read() {
    try {
      for (var report = PoolFrames.readReport(reports);
          report != null;
          report = PoolFrames.readReport(reports)) {
        take(report);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a shared JVM is lost", e);
    } finally {
      kill();
      List<Tenant> harmed;
      synchronized (this) {
        harmed = List.copyOf(tenants.values());
        tenants.clear();
      }
      harmed.forEach(Tenant::harmed);
    }
  }

  private void take(PoolReport report) {
    switch (report) {
      case PoolReport.Hello _ -> kill();
      case PoolReport.Crowded _ -> {
        LOG.log(Level.INFO, "the heap of a shared JVM is full; its runs run again in another");
        kill();
      }
      case PoolReport.Pong(int number) -> answered = number;
      case PoolReport.Began(int run) -> tell(run, report);
      case PoolReport.Refused(int run, _, _) -> tell(run, report);
      case PoolReport.NotStarted(int run, _) -> tell(run, report);
      case PoolReport.Wrote(int run, _, _) -> tell(run, report);
      case PoolReport.Said(int run, _) -> tell(run, report);
      case PoolReport.Over(int run, _, _) -> tell(run, report);
      case PoolReport.Ended(int run, _, _, _, _, boolean stuck) -> {
        if (stuck) {
          LOG.log(Level.INFO, "a run left threads behind; its shared JVM takes no more runs");
          retire();
        }
        tell(run, report);
      }
    }
  }

  private void tell(int run, PoolReport report) {
    Tenant tenant;
    synchronized (this) {
      tenant = tenants.get(run);
    }
    if (tenant != null) {
      tenant.on(report);
    }
  }

  /// Looks whether it is well.
  private void look() {
    if (asked == answered) {
      askedAt = System.nanoTime();
      asked++;
      send(new PoolCommand.Ping(asked));
    } else if (System.nanoTime() - askedAt > PATIENCE_NANOS) {
      LOG.log(Level.WARNING, "a shared JVM answers no more; its runs run again in another");
      kill();
    }
    if (sandbox.processes().look().residentBytes() > sandbox.spec().bounds().residentBytes()) {
      LOG.log(Level.WARNING, "a shared JVM is over its memory; its runs run again in another");
      kill();
    }
  }

  /// Memory of its process, in bytes; all runs in it share that.
  public long residentBytes() {
    return sandbox.processes().look().residentBytes();
  }

  @Override
  public void close() {
    kill();
    join(ending);
  }
}
