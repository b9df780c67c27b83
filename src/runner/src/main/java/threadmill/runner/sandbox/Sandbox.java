package threadmill.runner.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunnerException;
import threadmill.runner.kernel.Processes;
import threadmill.runner.kernel.TaskFiles;
import threadmill.runner.timeline.Recorder;

/// A child JVM in namespaces of its own: acquired, used once, closed.
///
/// Closing kills everything inside and waits until it is gone.
///
/// Implementation note: `family` and `first` are written once, by the thread that reads the first
/// answer; the process tree and the streams are used by one thread at a time each; [#kill] may be
/// called by any thread, again and again; `ended` only ever becomes true.
public final class Sandbox implements AutoCloseable {
  /// Killing a full sandbox (2,000 threads, hundreds of MiB) takes up to 0.6 s; a machine that has
  /// several of them takes longer.
  private static final Duration DEATH = Duration.ofSeconds(60);

  /// One that cannot start ends by itself at once.
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private static final int KILLED = 128 + 9;

  private static final long DEATH_LOOK_NANOS = 500_000;

  private final SandboxSpec spec;
  private final Process process;
  private final ControlPipes pipes;
  private final @Nullable Recorder recorder;
  private final Cgroup cgroup;
  private final ProcessTree tree;
  private volatile List<Integer> family = List.of();
  private volatile Optional<ProcessHandle> first = Optional.empty();
  private volatile boolean ended;

  Sandbox(
      SandboxSpec spec,
      Process process,
      ControlPipes pipes,
      @Nullable Recorder recorder,
      Cgroup cgroup,
      Mark mark) {
    this.spec = spec;
    this.process = process;
    this.pipes = pipes;
    this.recorder = recorder;
    this.cgroup = cgroup;
    this.tree = new ProcessTree(process.pid());
    // A child that ends before its first frame would leave the reader waiting for our own end.
    var _ =
        process
            .onExit()
            .thenRun(() -> {
              pipes.childHasThem();
              if (family.isEmpty()) {
                // It was still coming up: its child may not have noticed.
                mark.kill();
              }
            });
  }

  void openGate() throws IOException {
    stdin().write("\n".getBytes(StandardCharsets.US_ASCII));
    stdin().flush();
  }

  /// Takes note that the child is up: it has answered for the first time. It starts no more
  /// processes until it is told what to do.
  public void answered() {
    pipes.childHasThem();
    first = findFirst();
    family = TaskFiles.family(Math.toIntExact(process.pid()));
    // The first look reads of every process of the machine; later ones only of new ones.
    tree.look();
  }

  /// Binds all that runs in it, and will, to some cores; before it is told what to do.
  public void bind(List<Integer> cores) {
    family.forEach(pid -> Processes.bind(pid, cores));
  }

  /// Id of the first of its processes, whose descendants the others are.
  public long firstPid() {
    return process.pid();
  }

  /// Whether it has not ended yet.
  public boolean alive() {
    return process.isAlive();
  }

  public SandboxSpec spec() {
    return spec;
  }

  /// Records what its threads do, since its birth; only where the spec asks for it.
  public Recorder recorder() {
    return Objects.requireNonNull(recorder, "this sandbox is not recorded");
  }

  /// Its process tree, seen from outside.
  public ProcessTree processes() {
    return tree;
  }

  public OutputStream stdin() {
    return process.getOutputStream();
  }

  public InputStream stdout() {
    return process.getInputStream();
  }

  public InputStream stderr() {
    return process.getErrorStream();
  }

  /// Ends it and gives what it wrote, for one that could not even start. Bubblewrap complains to
  /// standard error, a JVM that does not come up to standard output.
  public String lastWords() {
    try {
      waitFor(LAST_WORDS);
      return (present(stderr()) + present(stdout())).strip();
    } catch (IOException _) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } finally {
      kill();
    }
  }

  /// What is there: a child that hangs never comes to its end.
  private static String present(InputStream stream) throws IOException {
    return new String(stream.readNBytes(stream.available()), StandardCharsets.UTF_8);
  }

  /// Commands to the harness.
  public OutputStream commands() {
    return pipes.out();
  }

  /// Reports of the harness.
  public InputStream reports() {
    return pipes.in();
  }

  /// Waits for the end; false when it has not come in time.
  public boolean waitFor(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Exit code of the program, or 128 + n when signal n ended it.
  public int exitCode() {
    return process.exitValue();
  }

  /// Whether the kernel ended a process of it because all together took too much memory; known only
  /// where it has a control group.
  public boolean ranOutOfMemory() {
    return cgroup.ranOutOfMemory();
  }

  /// Whether it was killed by somebody else: neither by us nor for its memory. To be asked when it
  /// answers no more; waits for its end, which is near then.
  public boolean wasKilled() {
    try {
      boolean gone = waitFor(LAST_WORDS);
      // One that fails by itself says so and goes; where the JVM alone is gone it was killed, too.
      return !ended && (!gone || exitCode() == KILLED) && !ranOutOfMemory();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Kills all that runs in it. The namespace's first process takes the others with it.
  public void kill() {
    if (alive()) {
      ended = true;
    }
    firstProcess().ifPresent(ProcessHandle::destroyForcibly);
    // Not by Process itself, which would close our ends of its output before all is read.
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    var namespaceFirst = firstProcess();
    kill();
    try (recorder;
        cgroup;
        pipes) {
      if (!waitFor(DEATH)) {
        throw new RunnerException("sandbox " + process.pid() + " does not die");
      }
      // When the namespace's first process is gone, the kernel has ended every other one in it.
      long deadline = System.nanoTime() + DEATH.toNanos();
      while (namespaceFirst.isPresent() && ProcessTree.runs(namespaceFirst.get().pid())) {
        if (System.nanoTime() > deadline) {
          throw new RunnerException("the processes of sandbox " + process.pid() + " do not die");
        }
        // ProcessHandle.onExit would look every 300 ms only, since it is not our child.
        LockSupport.parkNanos(DEATH_LOOK_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new RunnerException("sandbox " + process.pid() + " cannot be cleaned up", e);
    }
  }

  /// A handle outlives its process without ever meaning another one of the same number.
  private Optional<ProcessHandle> firstProcess() {
    return first.or(this::findFirst);
  }

  /// The only child of the first process: bubblewrap, which is the namespace's own first.
  private Optional<ProcessHandle> findFirst() {
    return TaskFiles.children(Math.toIntExact(process.pid())).stream()
        .findFirst()
        .flatMap(ProcessHandle::of);
  }
}
