package threadmill.runner;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import threadmill.runner.Judgement.Stage;
import threadmill.runner.child.ChildJvm;
import threadmill.runner.child.ChildJvms;
import threadmill.runner.child.ChildJvms.Reservation;
import threadmill.runner.child.ChildJvms.Stock;
import threadmill.runner.child.HarnessTraining;
import threadmill.runner.compile.Compilation;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.compile.Compilers;
import threadmill.runner.compile.TrainingProgram;
import threadmill.runner.judge.JudgeListener;
import threadmill.runner.judge.JudgeOrder;
import threadmill.runner.judge.JudgeReport;
import threadmill.runner.judge.Judging;
import threadmill.runner.pool.SharedJvms;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.sandbox.escape.Finding;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

/// The runner of this machine: a few compilers, and a child JVM for every run.
///
/// Implementation note: [#run] may be called by any number of threads at once. `active` maps the
/// runs that are under way; an entry lives as long as the call. [#close] ends them all; their calls
/// then throw, so that nobody takes a stopped run for a finished one.
public final class LocalRunner implements Runner {
  private static final System.Logger LOG = System.getLogger(LocalRunner.class.getName());

  /// `RLIMIT_CPU` of child JVMs, for each core; the supervisor's limit is the run's own.
  private static final Duration CPU = Duration.ofMinutes(1);

  /// How often a run may lose a JVM that it shares.
  private static final int SHARED_ATTEMPTS = 2;

  private final Cores cores;
  private final Sandboxes sandboxes;
  private final Safeguards safeguards;
  private final Execute execute;
  private final Compilers compilers;
  private final ChildJvms children;
  private final SharedJvms shared;
  private final List<Layer> layers;
  private final boolean sampled;
  private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();

  /// Starts the compilers, which shows that sandboxes can be had here, and the first child JVMs.
  LocalRunner(RunnerConfig config) {
    this(
        config,
        new Sandboxes(config.home(), config.sandboxUser(), recorders(config)::open),
        Safeguards.all());
  }

  LocalRunner(RunnerConfig config, Sandboxes sandboxes, Safeguards safeguards) {
    var whyNoPerf = recorders(config).whyNoPerf();
    whyNoPerf.ifPresent(why -> LOG.log(Level.INFO, why));
    this.cores = Cores.ofThisProcess(config.sharedCores());
    this.execute =
        new Execute(
            cores, new Housekeeping(cores.usable(), config.neighbours()), sandboxes, safeguards);
    this.sampled = config.timeline();
    this.sandboxes = sandboxes;
    this.safeguards = safeguards;
    var check =
        CompletableFuture.supplyAsync(() -> safeguards.check(sandboxes), LocalRunner::thread);
    int atOnce = cores.usable().size();
    this.compilers = new Compilers(sandboxes, config.compileLimit(), atOnce);
    this.shared = new SharedJvms(sandboxes);
    var program = trainingProgram();
    this.children =
        new ChildJvms(sandboxes, trained(program, false), trained(program, true), stock(atOnce));
    this.layers = Layers.of(checked(check), sandboxes, whyNoPerf);
  }

  private static Recorders recorders(RunnerConfig config) {
    return new Recorders(config.perf() ? Source.PERF : Source.PROC, config.timeline());
  }

  private static void thread(Runnable work) {
    Thread.ofPlatform().daemon().name("self-check").start(work);
  }

  /// Takes no run where a program could break out.
  private List<Finding> checked(CompletableFuture<List<Finding>> check) {
    try {
      return check.join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof RunnerException failure
          ? failure
          : new RunnerException("the sandbox cannot be checked", e);
    }
  }

  /// Enough for as many at once as there are cores, and the next.
  private Stock stock(int atOnce) {
    int fewest = atOnce + 1;
    int most = Math.max(fewest, Memory.sandboxes());
    return new Stock(bounds(Limits.defaults(), atOnce), fewest, most, atOnce);
  }

  /// The same for most runs, so that most find a JVM waiting: a limit on threads or CPU time below
  /// the default is the supervisor's to hold.
  private Bounds bounds(Limits limits, int atOnce) {
    var cpu = CPU.multipliedBy(cores.usable().size());
    var asked = limits.wall().multipliedBy(atOnce);
    return new Bounds(
        limits.heapMiB(),
        Math.max(limits.threads(), Limits.defaults().threads()),
        asked.compareTo(cpu) > 0 ? asked : cpu);
  }

  /// With a cache of its own where there is the virtual web: the classes of HTTP take three tenths
  /// of a cache, and a program without a network has no use for them.
  private SandboxSpec trained(Optional<Compiled> program, boolean web) {
    var spec = ChildJvm.spec(sandboxes, bounds(Limits.defaults(), 1), sampled).withWeb(web);
    return program.map(it -> sandboxes.trained(spec, new HarnessTraining(it))).orElse(spec);
  }

  private Optional<Compiled> trainingProgram() {
    try {
      return compilers.compile(TrainingProgram.FILES) instanceof Compiled program
          ? Optional.of(program)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("interrupted while training", e);
    }
  }

  @Override
  public RunResult run(RunOrder order, RunListener listener) {
    var run = new ActiveRun();
    if (active.putIfAbsent(order.id(), run) != null) {
      throw new RunnerException("run " + order.id() + " is under way already");
    }
    var events = new Events(listener);
    try {
      return order.isolation() == Isolation.POOL
          ? shared(order, run, events)
          : alone(order, run, events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("run " + order.id() + " was interrupted", e);
    } finally {
      active.remove(order.id());
    }
  }

  /// Runs it in a child JVM of its own, which comes up while the program is compiled.
  private RunResult alone(RunOrder order, ActiveRun run, Events events)
      throws InterruptedException {
    try (var reserved = reserve(order)) {
      return compiled(order, run, events, job -> execute.job(job, reserved));
    }
  }

  /// Runs it in a JVM that others share. One that another run damages costs it nothing: it is run
  /// again, and when that comes to nothing too, alone.
  private RunResult shared(RunOrder order, ActiveRun run, Events events)
      throws InterruptedException {
    return compiled(
        order,
        run,
        events,
        job -> {
          var supervise = new SuperviseShared(job, shared);
          for (int attempt = 1; attempt <= SHARED_ATTEMPTS; attempt++) {
            var result = supervise.run();
            if (result.isPresent()) {
              return result.get();
            }
            job.again();
          }
          LOG.log(Level.INFO, "run {0} lost its shared JVM twice; it runs alone", order.id());
          try (var reserved = reserve(order)) {
            return execute.job(job, reserved);
          }
        });
  }

  /// What becomes of a program that javac accepts and that may be run.
  @FunctionalInterface
  private interface Execution {
    RunResult of(Job job) throws InterruptedException;
  }

  private RunResult compiled(RunOrder order, ActiveRun run, Events events, Execution execution)
      throws InterruptedException {
    events.tell(RunEvent.Compiling::new);
    long began = System.nanoTime();
    var compilation = compilers.compile(order.files());
    var took = Duration.ofNanos(System.nanoTime() - began);
    return switch (compilation) {
      case Compiled program -> accepted(new Job(order, run, events, program, took), execution);
      case Compilation.Refused(var diagnostics) -> refused(run, events, diagnostics, took);
      case Compilation.Stopped(var why) ->
          RunResult.notRun(new Judgement(Verdict.COMPILE_ERROR, why + "."), List.of(), took);
    };
  }

  private RunResult accepted(Job job, Execution execution) throws InterruptedException {
    var program = job.program();
    program.warnings().forEach(warning -> tell(job.events(), warning));
    var offence = safeguards.offence(program.classes().keySet());
    if (offence.isPresent()) {
      return job.notRun(offence.get());
    }
    if (program.mainClass().isEmpty()) {
      return job.notRun(Judgement.NO_MAIN);
    }
    return execution.of(job);
  }

  private static RunResult refused(
      ActiveRun run, Events events, List<Diagnostic> diagnostics, Duration compile) {
    diagnostics.forEach(diagnostic -> tell(events, diagnostic));
    var judgement =
        run.ending()
            .map(why -> Judgement.of(why, Stage.NONE))
            .orElseGet(() -> Judgement.refused(diagnostics));
    return RunResult.notRun(judgement, diagnostics, compile);
  }

  private static void tell(Events events, Diagnostic diagnostic) {
    events.tell(at -> new RunEvent.Diagnosed(at, diagnostic));
  }

  @Override
  public JudgeReport judge(JudgeOrder order, JudgeListener listener) {
    var judging = new ActiveRun();
    if (active.putIfAbsent(order.id(), judging) != null) {
      throw new RunnerException("judging " + order.id() + " is under way already");
    }
    try {
      var workshop =
          new LocalWorkshop(
              order.id(), judging, compilers, sandboxes, safeguards, execute, this::reserve);
      var report = new Judging(order, listener, workshop).report();
      if (judging.ending().filter(Ending.Shutdown.class::isInstance).isPresent()) {
        throw new RunnerException("the runner was stopped while the judging was under way");
      }
      return report;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("judging " + order.id() + " was interrupted", e);
    } finally {
      active.remove(order.id());
    }
  }

  private Reservation reserve(RunOrder order) {
    return children.reserve(bounds(order.limits(), order.cores()), order.web() != null);
  }

  @Override
  public boolean cancel(String id) {
    var run = active.get(id);
    if (run != null) {
      run.end(new Ending.Cancelled());
    }
    return run != null;
  }

  @Override
  public List<Layer> layers() {
    return layers;
  }

  @Override
  public Fingerprint machine() {
    return Fingerprint.of(cores.usable(), List.of());
  }

  /// A runner that could be made is available.
  @Override
  public String unavailable() {
    return "";
  }

  @Override
  public void close() {
    active.values().forEach(run -> run.end(new Ending.Shutdown()));
    children.close();
    shared.close();
    compilers.close();
    sandboxes.close();
  }
}
