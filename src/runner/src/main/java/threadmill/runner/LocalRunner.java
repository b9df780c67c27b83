package threadmill.runner;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import threadmill.lab.Lab;
import threadmill.runner.compile.Compilation;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.compile.Compiler;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

/// The runner of this machine: one compiler, and a sandbox for every run.
///
/// Implementation note: [#run] may be called by any number of threads at once. `active` maps the
/// runs that are under way; an entry lives as long as the call. [#close] ends them all; their calls
/// then throw, so that nobody takes a stopped run for a finished one.
public final class LocalRunner implements Runner {
  private static final System.Logger LOG = System.getLogger(LocalRunner.class.getName());
  private static final String HARNESS = "threadmill.harness";

  /// A JVM that has not come up by then never will.
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Cores cores;
  private final Sandboxes sandboxes;
  private final Compiler compiler;
  private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("run-clock").factory());

  LocalRunner(RunnerConfig config) {
    this(config, recorders(config));
  }

  /// Starts the compiler, which shows that sandboxes can be had here.
  LocalRunner(RunnerConfig config, Sandboxes.Opener recorders) {
    this.cores = Cores.ofThisProcess();
    this.sandboxes = new Sandboxes(config.home(), config.sandboxUser(), recorders);
    this.compiler = new Compiler(sandboxes, cores.usable(), config.compileLimit());
    compiler.warm();
  }

  private static Sandboxes.Opener recorders(RunnerConfig config) {
    var recorders = new Recorders(config.perf() ? Source.PERF : Source.PROC);
    recorders.whyNoPerf().ifPresent(why -> LOG.log(Level.INFO, why));
    return (pid, cores) -> recorders.open(pid, cores.stream().mapToInt(n -> n).toArray());
  }

  @Override
  public RunResult run(RunOrder order, RunListener listener) {
    var run = new ActiveRun();
    if (active.putIfAbsent(order.id(), run) != null) {
      throw new RunnerException("run " + order.id() + " is under way already");
    }
    var events = new Events(listener);
    try {
      events.tell(RunEvent.Compiling::new);
      long began = System.nanoTime();
      var compilation = compiler.compile(order.files());
      var took = Duration.ofNanos(System.nanoTime() - began);
      return switch (compilation) {
        case Compiled program -> execute(order, program, took, run, events);
        case Compilation.Refused(var diagnostics) -> refused(run, events, diagnostics, took);
        case Compilation.Stopped(var why) ->
            notRun(new Judgement(Verdict.COMPILE_ERROR, why + "."), List.of(), took);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("run " + order.id() + " was interrupted", e);
    } finally {
      active.remove(order.id());
    }
  }

  private RunResult execute(
      RunOrder order, Compiled program, Duration compile, ActiveRun run, Events events)
      throws InterruptedException {
    program.warnings().forEach(warning -> tell(events, warning));
    var ending = run.ending();
    if (ending.isPresent()) {
      return notRun(Judgement.of(ending.get(), false), program.warnings(), compile);
    }
    if (program.mainClass().isEmpty()) {
      var why = "No class has a main method to start; write one, such as void main() { … }.";
      return notRun(new Judgement(Verdict.RUNTIME_ERROR, why), program.warnings(), compile);
    }
    long askedAt = System.nanoTime();
    try (var share = cores.take(order.cores());
        var sandbox = sandboxes.start(spec(order, share.numbers()))) {
      run.in(sandbox);
      var alarm = clock.schedule(sandbox::kill, START_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
      return new Supervise(order, sandbox, run, events).run(program, compile, askedAt, alarm);
    }
  }

  private SandboxSpec spec(RunOrder order, List<Integer> cores) {
    var limits = order.limits();
    var java =
        List.of(
            "-D" + Lab.CORES_PROPERTY + "=" + order.cores(),
            "-D" + Lab.PARALLELISM_PROPERTY + "=" + order.parallelism(),
            "--add-exports=java.base/jdk.internal.access=" + HARNESS,
            "--add-exports=java.base/jdk.internal.misc=" + HARNESS,
            "--add-exports=java.base/jdk.internal.vm=" + HARNESS,
            "--add-opens=java.base/jdk.internal.vm=" + HARNESS,
            "--add-opens=java.base/java.lang=" + HARNESS,
            "--add-opens=java.base/java.util.concurrent.locks=" + HARNESS,
            "--module-path=" + sandboxes.module("lab") + ":" + sandboxes.module("harness"),
            "--module=" + HARNESS + "/threadmill.harness.Main");
    return new SandboxSpec(
        java,
        cores,
        limits.heapMiB(),
        limits.threads(),
        limits.wall().multipliedBy(order.cores()),
        true);
  }

  private static RunResult refused(
      ActiveRun run, Events events, List<Diagnostic> diagnostics, Duration compile) {
    diagnostics.forEach(diagnostic -> tell(events, diagnostic));
    var judgement =
        run.ending()
            .map(why -> Judgement.of(why, false))
            .orElseGet(() -> Judgement.refused(diagnostics));
    return notRun(judgement, diagnostics, compile);
  }

  private static void tell(Events events, Diagnostic diagnostic) {
    events.tell(at -> new RunEvent.Diagnosed(at, diagnostic));
  }

  private static RunResult notRun(
      Judgement judgement, List<Diagnostic> diagnostics, Duration compile) {
    var timings = new Timings(compile, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    return new RunResult(
        judgement.verdict(), judgement.explanation(), null, null, timings, 0, diagnostics, null);
  }

  @Override
  public boolean cancel(String id) {
    var run = active.get(id);
    if (run != null) {
      run.end(new Ending.Cancelled());
    }
    return run != null;
  }

  /// A runner that could be made is available.
  @Override
  public String unavailable() {
    return "";
  }

  @Override
  public void close() {
    active.values().forEach(run -> run.end(new Ending.Shutdown()));
    clock.shutdownNow();
    compiler.close();
    sandboxes.close();
  }
}
