package threadmill.runner;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.PlainData;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Thrown;
import threadmill.runner.child.ChildJvm;
import threadmill.runner.child.HarnessLink;
import threadmill.runner.child.LostChildException;
import threadmill.runner.kernel.CoreTimes;
import threadmill.runner.kernel.SystemCallException;
import threadmill.runner.sandbox.ProcessTree;
import threadmill.runner.sandbox.ProcessTree.Usage;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.timeline.Timeline;

/// Runs one program in one sandbox and holds it to its limits from outside.
///
/// Implementation note: the calling thread hands over the program, releases it and then looks at
/// its processes until it has ended. Three threads read what comes out (standard output, standard
/// error, reports), one writes its input; all end with the sandbox's pipes. `thrown` and `endedAt`
/// belong to the thread that reads reports until it counts `ended` down, then to the calling
/// thread, which alone has `seenThreads` and `coreTimes`.
final class Supervise {
  /// A JVM that has closed its report channel is about to be gone.
  private static final Duration EXIT_PATIENCE = Duration.ofSeconds(2);

  /// A harness that has not defined the classes by then never will.
  private static final Duration READY_LIMIT = Duration.ofSeconds(30);

  private static final int KILLED = 128 + 9;

  private static final long LOOK_EVERY_NANOS = 20_000_000;

  /// The same where the last looks saw the same: each takes a millisecond from somebody's core.
  private static final long LOOK_SELDOM_NANOS = 60_000_000;

  private static final long NEWS_BYTES = 4 << 20;
  private static final long METRICS_EVERY_NANOS = 250_000_000;

  /// Compiler threads that the JVM starts when it needs them, and the harness's own watch.
  private static final int LATE_JVM_THREADS = 8;

  private final Job job;
  private final RunOrder order;
  private final Engagement engagement;
  private final ActiveRun run;
  private final Events events;
  private final Sandbox sandbox;
  private final HarnessLink harness;
  private final Safeguards safeguards;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean mainReturned;
  private volatile boolean httpsTried;
  private @Nullable Thrown thrown;
  private long endedAt;
  private int seenThreads;
  private @Nullable CoreTimes coreTimes;

  Supervise(Job job, ChildJvm child, Safeguards safeguards) {
    this.job = job;
    this.order = job.order();
    this.engagement = job.engagement();
    this.run = job.run();
    this.events = job.events();
    this.sandbox = child.sandbox();
    this.harness = child.harness();
    this.safeguards = safeguards;
  }

  /// Runs the program to its end.
  ///
  /// @param cores those that it is bound to
  /// @param askedAt `System.nanoTime()` when the sandbox was asked for
  RunResult run(List<Integer> cores, long askedAt) throws InterruptedException, LostChildException {
    var readers =
        List.of(
            start("stdout", new OutputPump(sandbox.stdout(), job.stdout(), this::impose)),
            start("stderr", new OutputPump(sandbox.stderr(), job.stderr(), this::impose)));
    Usage atRest;
    var processes = sandbox.processes();
    try (var _ = Alarm.after(READY_LIMIT, sandbox::kill)) {
      sandbox.bind(cores);
      var refusal = harness.prepare(job.preparation());
      if (refusal.isPresent()) {
        var judgement = new Judgement(Verdict.RUNTIME_ERROR, refusal.get() + ".");
        return result(judgement, null, null, notReleased(askedAt), 0, null);
      }
      atRest = processes.look();
    } catch (SystemCallException e) {
      sandbox.kill();
      join(readers);
      throw new LostChildException(e);
    } catch (IOException e) {
      return ended(e, readers, notReleased(askedAt));
    }

    var jvmStart = since(askedAt);
    var before = order.timed() ? CoreTimes.now(cores) : null;
    var startedAt = Instant.now();
    long releasedAt = System.nanoTime();
    // A look takes seconds of a core's time when a storm of processes has the cores.
    sandbox.recorder().whenTasksExceed(limitOfThreads(), () -> impose(tooManyThreads()));
    sandbox
        .recorder()
        .release(
            startedAt,
            releasedAt,
            cores.stream().mapToInt(n -> n).toArray(),
            part -> events.tell(_ -> part));
    events.released(releasedAt);
    events.tell(at -> new RunEvent.Running(at, startedAt));
    start("reports", this::readReports);
    start("stdin", this::begin);
    long peak = watch(processes, atRest, releasedAt);
    coreTimes = before == null ? null : CoreTimes.now(cores).since(before);

    int exitCode = awaitExit();
    if (exitCode == KILLED && sandbox.ranOutOfMemory()) {
      run.end(new Ending.MemoryLimit(sandbox.spec().bounds().residentBytes()));
    }
    join(readers);
    var timings =
        new Timings(
            job.compile(),
            jvmStart,
            Duration.ofNanos(endedAt - releasedAt),
            Duration.ofNanos(sandbox.recorder().cpuNanos()));
    var timeline = sandbox.recorder().finish(endedAt);
    // Whoever is refused a thread may be gone before a look sees why.
    seenThreads = Math.max(seenThreads, sandbox.recorder().moreTasks());
    var ending = run.ending();
    var said = job.stdout().tail() + job.stderr().tail();
    var judgement =
        ending
            .map(why -> Judgement.of(why, engagement.stage(mainReturned)))
            .orElseGet(() ->
                engagement.ofItself(
                    Judgement.of(exitCode, thrown, said, seenThreads, order.limits())));
    var hint = NetworkHint.on(order.web() != null, httpsTried, thrown, said);
    return result(
        hint.map(judgement::with).orElse(judgement),
        startedAt,
        ending.isPresent() ? null : exitCode,
        timings,
        peak,
        timeline);
  }

  /// What the cores of a timed run did while it ran; empty where it was not timed or never ran.
  Optional<CoreTimes> coreTimes() {
    return Optional.ofNullable(coreTimes);
  }

  /// The most threads that looks from outside saw beside the JVM's own, `main` included.
  int mostThreads() {
    return Math.max(1, seenThreads);
  }

  /// A child JVM that ended before it was ready: the program is to blame, such as for classes that
  /// its heap cannot hold, unless it was killed.
  private RunResult ended(IOException cause, List<Thread> readers, Timings timings)
      throws InterruptedException, LostChildException {
    boolean killed = !sandbox.waitFor(EXIT_PATIENCE) || sandbox.exitCode() == KILLED;
    sandbox.kill();
    sandbox.waitFor(Duration.ofDays(1));
    join(readers);
    if (run.ending().isPresent() || killed) {
      throw new LostChildException(cause);
    }
    int exitCode = sandbox.exitCode();
    var judgement = Judgement.of(exitCode, null, job.stderr().tail(), 0, order.limits());
    return result(judgement, null, exitCode, timings, 0, null);
  }

  /// Looks at the processes until the program has ended, and ends it where it is over a limit.
  ///
  /// @return the largest resident memory that was seen, in bytes
  private long watch(ProcessTree processes, Usage atRest, long releasedAt)
      throws InterruptedException {
    var limits = order.limits();
    int mostThreads = limitOfThreads();
    int enough =
        safeguards.imposes(tooManyThreads()) ? atRest.threads() + mostThreads : Integer.MAX_VALUE;
    var cpuLimit = limits.wall().multipliedBy(order.cores());
    long peak = atRest.peakBytes();
    long nextMetrics = releasedAt;
    long pause = LOOK_EVERY_NANOS;
    var before = atRest;
    while (!ended.await(Math.clamp(wallLeft(releasedAt), 1, pause), TimeUnit.NANOSECONDS)) {
      // First of all: a look takes its time where a program has hundreds of busy processes.
      if (wallLeft(releasedAt) <= 0) {
        impose(new Ending.WallLimit(limits.wall()));
      }
      if (run.ending().isPresent()) {
        // It dies; every look would only take the cores that it needs for that.
        ended.await();
        break;
      }
      var usage = processes.look(enough);
      pause = grows(before, usage) ? LOOK_EVERY_NANOS : Math.min(2 * pause, LOOK_SELDOM_NANOS);
      before = usage;
      peak = Math.max(peak, usage.peakBytes());
      seenThreads = Math.max(seenThreads, usage.threads() - atRest.threads());
      long now = System.nanoTime();
      // The first of them rules, should there be several.
      if (usage.threads() - atRest.threads() > mostThreads) {
        impose(tooManyThreads());
      }
      if (usage.residentBytes() > sandbox.spec().bounds().residentBytes()) {
        impose(new Ending.MemoryLimit(sandbox.spec().bounds().residentBytes()));
      }
      if (sandbox.recorder().cpuNanos() - engagement.cpuBefore() > cpuLimit.toNanos()) {
        impose(new Ending.CpuLimit(cpuLimit));
      }
      if (now >= nextMetrics && run.ending().isEmpty()) {
        nextMetrics = now + METRICS_EVERY_NANOS;
        events.tell(at -> new RunEvent.Metric(at, "rss", usage.residentBytes(), "bytes"));
        events.tell(at -> new RunEvent.Metric(at, "threads", usage.threads(), "threads"));
      }
    }
    return peak;
  }

  private long wallLeft(long releasedAt) {
    return order.limits().wall().toNanos() - engagement.wallSpent(releasedAt, System.nanoTime());
  }

  private static boolean grows(Usage before, Usage now) {
    return now.threads() > before.threads()
        || now.residentBytes() > before.residentBytes() + NEWS_BYTES;
  }

  /// Beyond those at rest.
  private int limitOfThreads() {
    return LATE_JVM_THREADS + order.limits().threads();
  }

  private Ending tooManyThreads() {
    return new Ending.ThreadLimit(order.limits().threads());
  }

  /// Ends the run for a limit that is held from here.
  private void impose(Ending why) {
    if (safeguards.imposes(why)) {
      run.end(why);
    }
  }

  private int awaitExit() throws InterruptedException {
    if (!sandbox.waitFor(EXIT_PATIENCE)) {
      run.end(new Ending.Forged("it closed the harness's channel and went on"));
    }
    // Whatever the program left behind in its namespace holds the pipes open.
    sandbox.kill();
    sandbox.waitFor(Duration.ofDays(1));
    return sandbox.exitCode();
  }

  private void readReports() {
    try {
      for (var report = harness.next(); report != null; report = harness.next()) {
        take(report);
      }
    } catch (GarbledFrameException e) {
      run.end(new Ending.Forged(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      endedAt = System.nanoTime();
      engagement.over();
      ended.countDown();
    }
  }

  private void take(Report report) throws GarbledFrameException {
    switch (report) {
      case Report.Sample sample -> sandbox.recorder().sampled(sample);
      case Report.Phase phase -> sandbox.recorder().marked(phase);
      case Report.MainReturned() -> mainReturned = true;
      case Report.HttpsTried() -> httpsTried = true;
      case Report.MainThrew threw -> thrown = threw.thrown();
      case Report.Reply reply -> {
        if (!engagement.answered(reply)) {
          run.end(new Ending.Forged("an answer that nobody waits for"));
        } else if (reply instanceof Report.TooLarge) {
          run.end(new Ending.OutputLimit("an answer", PlainData.MOST_BYTES));
        }
      }
      case Report.Deadlock deadlock -> run.end(new Ending.Deadlocked(deadlock));
      case Report.ThreadLeak leak -> run.end(new Ending.Leaked(leak));
      case Report.Hello _, Report.Ready _, Report.NoMain _ ->
          run.end(new Ending.Forged("a report out of turn"));
    }
  }

  private void begin() {
    try {
      engagement.begin(harness, sandbox);
    } catch (IOException _) {
      // It ended, or closed its input, without reading all.
    }
  }

  private Thread start(String role, Runnable work) {
    return Thread.ofPlatform().daemon().name(role + " of run " + order.id()).start(work);
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private Timings notReleased(long askedAt) {
    return new Timings(job.compile(), since(askedAt), Duration.ZERO, Duration.ZERO);
  }

  private RunResult result(
      Judgement judgement,
      @Nullable Instant startedAt,
      @Nullable Integer exitCode,
      Timings timings,
      long peak,
      @Nullable Timeline timeline) {
    return new RunResult(
        judgement.verdict(),
        judgement.explanation(),
        startedAt,
        exitCode,
        timings,
        peak,
        job.program().warnings(),
        timeline);
  }
}
