package threadmill.runner.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import threadmill.runner.RunnerException;
import threadmill.runner.timeline.Recorder;

/// Starts sandboxes.
///
/// Implementation note: immutable but for `starter`, a single platform thread that lives as long as
/// this object. All sandboxes are started from it, because the kernel kills a `--die-with-parent`
/// child when the *thread* that started it ends.
public final class Sandboxes implements AutoCloseable {
  /// Waits at the gate for its line, opens the control pipes and the filter, limits itself, becomes
  /// the sandbox. Each program that is started on the way there costs milliseconds.
  private static final String GATED =
      """
      IFS= read -r _ && exec 3<"$1" 4>"$2" 9<"$3" || exit 125
      shift 3
      while [ "$1" != -- ]; do ulimit "$1" "$2" || exit 125; shift 2; done
      shift
      exec "$@"
      """;

  private final SandboxCommand command;
  private final Opener recorders;
  private final UnaryOperator<List<String>> built;
  private final Cgroups cgroups;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sandbox-starter").factory());

  /// How often somebody may kill a sandbox that is coming up before we give up.
  private static final int ATTEMPTS = 10;

  private static final int KILLED = 128 + 9;

  /// Sees a sandbox come up, until it is of use to its owner.
  @FunctionalInterface
  public interface Rise<T> {
    /// Waits until it is up.
    ///
    /// @throws IOException when it ended meanwhile
    T of(Sandbox sandbox) throws IOException;
  }

  /// Opens the recorder of a sandbox that still waits at its gate.
  @FunctionalInterface
  public interface Opener {
    Recorder open(long pid);
  }

  public Sandboxes(Path home, int userIfRoot, Opener recorders) {
    this(home, userIfRoot, recorders, UnaryOperator.identity(), Cgroups.find());
  }

  /// For tests of what each wall is good for, which build sandboxes that lack one. Nothing else can
  /// reach this.
  ///
  /// @param built makes another command of the one that becomes the sandbox
  Sandboxes(
      Path home,
      int userIfRoot,
      Opener recorders,
      UnaryOperator<List<String>> built,
      Cgroups cgroups) {
    this.command = new SandboxCommand(Host.find(), RuntimeFiles.stage(home), userIfRoot);
    this.recorders = recorders;
    this.built = built;
    this.cgroups = cgroups;
    Mark.reap();
  }

  /// Starts a sandbox of one's own and sees it come up; another one where somebody kills it
  /// meanwhile, since it has done nothing yet.
  ///
  /// @return what its owner makes of it, and closes with it
  /// @throws NotStartedException when it ended by itself, or was killed again and again
  public <T> T start(SandboxSpec spec, Rise<T> rise) throws NotStartedException {
    for (int attempt = 1; ; attempt++) {
      var sandbox = start(spec);
      try {
        return rise.of(sandbox);
      } catch (IOException e) {
        boolean again = sandbox.wasKilled() && attempt < ATTEMPTS;
        var said = sandbox.lastWords();
        sandbox.close();
        if (!again) {
          throw new NotStartedException(sandbox.exitCode(), said, e);
        }
      } catch (RuntimeException e) {
        sandbox.close();
        throw e;
      }
    }
  }

  /// Starts a sandbox of one's own; it is used once and closed.
  public Sandbox start(SandboxSpec spec) {
    try {
      return starter.submit(() -> launched(spec)).get();
    } catch (RejectedExecutionException e) {
      throw new RunnerException("the runner is stopping", e);
    } catch (ExecutionException e) {
      throw new RunnerException("cannot start a sandbox", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("interrupted while starting a sandbox", e);
    }
  }

  /// The same kind of sandbox with an ahead-of-time cache, which is trained now where there is none
  /// yet; that takes seconds, once for each version of JDK, switches and our own classes.
  ///
  /// @param trainer makes one such sandbox do what the others will; it ends by itself then
  public SandboxSpec trained(SandboxSpec spec, Training.Trainer trainer) {
    return new Training(this, command).of(spec, trainer);
  }

  /// What the JVM of a sandbox is started with.
  public List<String> jvmOptions(SandboxSpec spec) {
    return command.java(spec).stream().skip(1).toList();
  }

  /// Where one of our modules is inside a sandbox, for its module or class path.
  public String module(String name) {
    return RuntimeFiles.inside(name);
  }

  /// Class path inside a sandbox of what the tests of exercises are compiled against and run with.
  public String testClassPath() {
    return RuntimeFiles.FOR_TESTS.stream()
        .map(RuntimeFiles::inside)
        .collect(Collectors.joining(":"));
  }

  private Sandbox launched(SandboxSpec spec) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch(spec);
      } catch (KilledAtGateException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Sandbox launch(SandboxSpec spec) throws IOException {
    var mark = Mark.next();
    var pipes = new ControlPipes();
    Process process = null;
    Recorder recorder = null;
    Cgroup group = null;
    try {
      var gated = new ArrayList<>(List.of("/bin/sh", "-c", GATED, "sandbox"));
      gated.add(pipes.childInput());
      gated.add(pipes.childOutput());
      gated.add(command.files().filter().toString());
      gated.addAll(built.apply(command.of(spec, mark)));
      var builder = new ProcessBuilder(gated);
      builder.environment().clear();
      process = builder.start();
      recorder = spec.recorded() ? recorders.open(process.pid()) : null;
      group = group(process, spec);
      var sandbox = new Sandbox(spec, process, pipes, recorder, group, mark);
      sandbox.openGate();
      return sandbox;
    } catch (IOException | RuntimeException e) {
      boolean killed = process != null && hasBeenKilled(process);
      if (process != null) {
        process.destroyForcibly();
      }
      try (var _ = recorder;
          var _ = group;
          var _ = pipes) {
        if (killed) {
          throw new KilledAtGateException(e);
        }
        throw e;
      }
    }
  }

  /// Whether a process that fails us has been killed; a dying one is gone within moments.
  private static boolean hasBeenKilled(Process process) {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS) && process.exitValue() == KILLED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Somebody killed a sandbox before it was let through its gate.
  private static final class KilledAtGateException extends IOException {
    private static final long serialVersionUID = 1;

    KilledAtGateException(Throwable cause) {
      super("killed at its gate", cause);
    }
  }

  /// None for the training of a cache, which takes more than runs do, and runs no foreign code.
  private Cgroup group(Process process, SandboxSpec spec) throws IOException {
    return spec.aot() instanceof Aot.Trains
        ? new Cgroup(List.of())
        : cgroups.around(process.pid(), spec.bounds());
  }

  /// Whether each sandbox has a control group of its own.
  public boolean grouped() {
    return cgroups.active();
  }

  /// What the control groups hold, or why there are none.
  public String groups() {
    return cgroups.state();
  }

  @Override
  public void close() {
    starter.close();
  }
}
