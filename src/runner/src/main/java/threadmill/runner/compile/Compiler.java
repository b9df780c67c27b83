package threadmill.runner.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import threadmill.runner.RunnerException;
import threadmill.runner.SourceFile;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// Asks a javac that lives in a sandbox of its own, and starts another when that had to be stopped.
///
/// Implementation note: one compilation at a time, which `this` guards; `clock` only kills a
/// process that is over its limit, and takes no lock.
public final class Compiler implements AutoCloseable {
  private static final int HEAP_MIB = 384;
  private static final int THREADS = 16;

  private final Sandboxes sandboxes;
  private final List<Integer> cores;
  private final Duration limit;
  private final ScheduledExecutorService clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("compiler-clock").factory());
  private @Nullable Peer peer;

  public Compiler(Sandboxes sandboxes, List<Integer> cores, Duration limit) {
    this.sandboxes = sandboxes;
    this.cores = cores;
    this.limit = limit;
  }

  /// Starts the compiler's process if there is none, so that the next program need not wait for it.
  public synchronized void warm() {
    if (peer == null) {
      start();
    }
  }

  /// Compiles a program; blocks while another is being compiled.
  public synchronized Compilation compile(List<SourceFile> files) {
    var asked = peer == null ? start() : peer;
    var late = new AtomicBoolean();
    var alarm =
        clock.schedule(
            () -> {
              late.set(true);
              asked.sandbox.kill();
            },
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      return asked.compile(files);
    } catch (IOException e) {
      stop();
      return new Compilation.Stopped(
          late.get()
              ? "javac did not finish within " + limit.toSeconds() + " s and was stopped"
              : "javac ran out of memory or crashed on this source");
    } finally {
      alarm.cancel(false);
    }
  }

  private Peer start() {
    var spec =
        new SandboxSpec(
            List.of(
                "-cp",
                sandboxes.module("runner"),
                CompilerMain.class.getName(),
                sandboxes.module("lab")),
            cores,
            HEAP_MIB,
            THREADS,
            null,
            false);
    var sandbox = sandboxes.start(spec);
    var started =
        new Peer(
            sandbox,
            new DataInputStream(new BufferedInputStream(sandbox.stdout())),
            new DataOutputStream(new BufferedOutputStream(sandbox.stdin())));
    try {
      // Warms it, and tells a compiler that cannot work from one that a source was too much for.
      started.compile(List.of(new SourceFile("Main.java", "void main() { IO.println(1); }")));
    } catch (IOException e) {
      var said = sandbox.lastWords();
      sandbox.close();
      throw new RunnerException("the compiler does not start: " + said, e);
    }
    sandbox.answered();
    peer = started;
    return started;
  }

  private void stop() {
    if (peer != null) {
      peer.sandbox.close();
      peer = null;
    }
  }

  @Override
  public synchronized void close() {
    clock.shutdownNow();
    stop();
  }

  /// A running javac and its two streams.
  private record Peer(Sandbox sandbox, DataInputStream in, DataOutputStream out) {
    Compilation compile(List<SourceFile> files) throws IOException {
      CompilerFrames.writeRequest(out, files);
      return CompilerFrames.readAnswer(in);
    }
  }
}
