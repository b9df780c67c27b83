package threadmill.runner.compile;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import threadmill.runner.RunnerException;
import threadmill.runner.SourceFile;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// Keeps a few javac processes warm, each in a sandbox of its own, and replaces one that had to be
/// stopped.
///
/// Implementation note: a permit of `places` is a right to compile. Who has one takes a process
/// from `idle`, or starts one where replacing is still under way; so a process belongs to one
/// compilation at a time, and nothing here holds a lock while it waits.
public final class Compilers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Compilers.class.getName());

  /// Programs that a compiler has compiled before it is as fast as it gets, nearly.
  private static final int PRACTICE = 150;

  /// How many compilers somebody may kill under one program.
  private static final int MOST_KILLED = 10;

  /// A compiler that crashes on a source may do so by accident, once.
  private static final int MOST_CRASHED = 1;

  private final Sandboxes sandboxes;
  private final SandboxSpec spec;
  private final Duration limit;
  private final int count;
  private final Semaphore places;
  private final BlockingDeque<CompilerProcess> idle = new LinkedBlockingDeque<>();
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("compiler-start").factory());
  private volatile boolean closed;

  /// Starts the first, which shows that sandboxes can be had here, and then the others.
  ///
  /// @param limit longest time that javac may take for one program
  /// @param count how many programs are compiled at the same time
  public Compilers(Sandboxes sandboxes, Duration limit, int count) {
    this.sandboxes = sandboxes;
    this.limit = limit;
    this.count = count;
    this.places = new Semaphore(count, true);
    this.spec = sandboxes.trained(CompilerProcess.spec(sandboxes), CompilerProcess::learn);
    var first = start();
    for (int i = 1; i < count; i++) {
      replace();
    }
    // Meanwhile, and before any program comes, whose threads would have to share the cores with it.
    keepTrained(first);
  }

  private void keepTrained(CompilerProcess process) {
    try {
      for (int i = 0; i < PRACTICE && !closed; i++) {
        process.practise(i);
      }
      keep(process);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a compiler ended while it was trained; another will be started", e);
      process.close();
    }
  }

  /// Makes it the next to be used, and ends the one that has waited longest where there are enough.
  private void keep(CompilerProcess process) {
    idle.addFirst(process);
    // Whichever comes later of this and close() sees the other.
    endAbove(closed ? 0 : count);
  }

  private void endAbove(int most) {
    while (idle.size() > most) {
      var surplus = idle.pollLast();
      if (surplus != null) {
        surplus.close();
      }
    }
  }

  /// Compiles a program; blocks while all compilers are at work.
  public Compilation compile(List<SourceFile> files) throws InterruptedException {
    return ask(process -> process.compile(files, limit), Compilation.Stopped::new);
  }

  /// Compiles tests of an exercise, which may use JUnit; blocks while all compilers are at work.
  public Compilation compileTests(List<SourceFile> files) throws InterruptedException {
    return ask(process -> process.compileTests(files, limit), Compilation.Stopped::new);
  }

  /// Reads what files use; blocks while all compilers are at work.
  ///
  /// @param beside files that they are compiled with, whose own uses do not count
  public Reading read(List<SourceFile> files, List<SourceFile> beside) throws InterruptedException {
    var request = new ReadingFrames.Request(files, beside);
    return ask(process -> process.read(request, limit), Reading.Unread::new);
  }

  /// A question to a compiler.
  @FunctionalInterface
  private interface Question<T> {
    T ask(CompilerProcess process) throws IOException;
  }

  private <T> T ask(Question<T> question, Function<String, T> stopped) throws InterruptedException {
    places.acquire();
    try {
      return answer(question, stopped);
    } finally {
      places.release();
    }
  }

  /// @param stopped makes an answer of why there is none
  private <T> T answer(Question<T> question, Function<String, T> stopped) {
    int crashed = 0;
    for (int killed = 0; killed <= MOST_KILLED; ) {
      var process = take();
      try {
        var answer = question.ask(process);
        keep(process);
        return answer;
      } catch (IOException _) {
        if (process.wasKilled()) {
          killed++;
        } else {
          crashed++;
        }
        process.close();
        replace();
      }
      if (process.late()) {
        return stopped.apply(
            "javac did not finish within " + limit.toSeconds() + " s and was stopped");
      }
      if (crashed > MOST_CRASHED) {
        return stopped.apply("javac ran out of memory or crashed on this source");
      }
    }
    throw new RunnerException("no compiler lasts: one after the other is killed");
  }

  private CompilerProcess take() {
    for (var process = idle.pollFirst(); process != null; process = idle.pollFirst()) {
      if (process.alive()) {
        return process;
      }
      process.close();
    }
    return start();
  }

  private CompilerProcess start() {
    if (closed) {
      throw new RunnerException("the runner is stopping");
    }
    return CompilerProcess.start(sandboxes, spec);
  }

  private void replace() {
    try {
      starter.execute(this::startMissing);
    } catch (RejectedExecutionException _) {
      // It was closed, and wants no more of them.
    }
  }

  private void startMissing() {
    try {
      if (!closed && idle.size() < count) {
        keepTrained(start());
      }
    } catch (RunnerException e) {
      LOG.log(Level.WARNING, "a compiler did not start; the next program will try again", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    starter.close();
    endAbove(0);
  }
}
