package threadmill.runner.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import threadmill.runner.Alarm;
import threadmill.runner.RunnerException;
import threadmill.runner.SourceFile;
import threadmill.runner.sandbox.Aot;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// A javac in a sandbox, and the two streams to it.
///
/// Implementation note: used by one thread at a time; `late` is set by the alarm's thread before it
/// kills the process, and so before the user sees the stream end.
final class CompilerProcess implements AutoCloseable {
  private static final int HEAP_MIB = 384;
  private static final int THREADS = 16;

  /// How often a compiler has compiled the training program before it is handed out.
  private static final int WARM_UP = 6;

  /// How often the process did that its ahead-of-time cache comes from.
  private static final int TRAINING = 40;

  private final Sandbox sandbox;
  private final DataInputStream in;
  private final DataOutputStream out;
  private volatile boolean late;

  private CompilerProcess(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.in = new DataInputStream(new BufferedInputStream(sandbox.stdout()));
    this.out = new DataOutputStream(new BufferedOutputStream(sandbox.stdin()));
  }

  static SandboxSpec spec(Sandboxes sandboxes) {
    var java =
        List.of(
            // C2 would take cores from programs that are timed, to save a millisecond on each.
            "-XX:TieredStopAtLevel=1",
            "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
            "-cp",
            sandboxes.module("runner"),
            CompilerMain.class.getName(),
            sandboxes.module("lab"),
            sandboxes.testClassPath());
    return new SandboxSpec(java, new Bounds(HEAP_MIB, THREADS, null), false, new Aot.None());
  }

  /// Starts one that has compiled before, which also tells a compiler that cannot work from one
  /// that a source was too much for.
  static CompilerProcess start(Sandboxes sandboxes, SandboxSpec spec) {
    try {
      return sandboxes.start(spec, CompilerProcess::warmed);
    } catch (NotStartedException e) {
      throw new RunnerException("the compiler does not start: " + e.said(), e);
    }
  }

  private static CompilerProcess warmed(Sandbox sandbox) throws IOException {
    var process = new CompilerProcess(sandbox);
    process.warm(WARM_UP);
    return process;
  }

  /// Compiles as programs will be, then lets the process end.
  static void learn(Sandbox sandbox) throws IOException {
    var process = new CompilerProcess(sandbox);
    process.warm(TRAINING);
    process.out.close();
  }

  /// Compiles a small program, for the JIT to see: javac gets three times as fast over hundreds.
  ///
  /// @param number of the program, which is in its source
  void practise(int number) throws IOException {
    exchange(List.of(new SourceFile("Main.java", small(number))));
  }

  private static String small(int number) {
    return """
    import java.util.concurrent.*;
    import java.util.stream.*;

    void main() throws Exception {
      try (var pool = Executors.newFixedThreadPool(4)) {
        var futures = IntStream.range(0, %d).mapToObj(i -> pool.submit(() -> i * i)).toList();
        long sum = 0;
        for (var future : futures) {
          sum += future.get();
        }
        IO.println("sum " + sum);
      }
    }
    """
        .formatted(number);
  }

  private void warm(int programs) throws IOException {
    for (int i = 0; i < programs; i++) {
      if (!(exchange(TrainingProgram.FILES) instanceof Compilation.Compiled)) {
        throw new IOException("the training program does not compile");
      }
    }
    sandbox.answered();
  }

  /// Compiles.
  ///
  /// @throws IOException when the process has ended, by itself or because it took too long
  Compilation compile(List<SourceFile> files, Duration limit) throws IOException {
    try (var _ = Alarm.after(limit, this::stop)) {
      return exchange(files);
    }
  }

  /// Compiles tests of an exercise.
  ///
  /// @throws IOException when the process has ended, by itself or because it took too long
  Compilation compileTests(List<SourceFile> files, Duration limit) throws IOException {
    try (var _ = Alarm.after(limit, this::stop)) {
      return exchange(CompilerMain.COMPILE_TESTS, files);
    }
  }

  /// Reads what files use.
  ///
  /// @throws IOException when the process has ended, by itself or because it took too long
  Reading read(ReadingFrames.Request request, Duration limit) throws IOException {
    try (var _ = Alarm.after(limit, this::stop)) {
      out.writeByte(CompilerMain.READ);
      ReadingFrames.writeRequest(out, request);
      return ReadingFrames.readAnswer(in);
    }
  }

  private Compilation exchange(List<SourceFile> files) throws IOException {
    return exchange(CompilerMain.COMPILE, files);
  }

  private Compilation exchange(byte request, List<SourceFile> files) throws IOException {
    out.writeByte(request);
    CompilerFrames.writeRequest(out, files);
    return CompilerFrames.readAnswer(in);
  }

  private void stop() {
    late = true;
    sandbox.kill();
  }

  /// Whether it was ended because it took too long.
  boolean late() {
    return late;
  }

  /// Whether somebody killed it, who is not us.
  boolean wasKilled() {
    return sandbox.wasKilled();
  }

  boolean alive() {
    return sandbox.alive();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
