package threadmill.runner;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.GarbledFrameException;
import threadmill.harness.wire.PlainData;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Report.Reply;
import threadmill.runner.Judgement.Stage;
import threadmill.runner.child.HarnessLink;
import threadmill.runner.judge.Answered;
import threadmill.runner.sandbox.Sandbox;

/// A program's static methods are called, one after another, and each answer is timed from the
/// release of the input to its last byte. Only the time of calls counts, and of a test's only since
/// [#beginTest].
///
/// Implementation note: one thread calls; the supervisor's threads begin, hear answers and ask for
/// times. `this` guards all fields; it is not held while a frame is written, which may take until
/// the subject reads it. Who waits is woken by an answer or by [#over]. Whatever was open when the
/// subject ended stays open, and says how far it had come.
final class Calls implements Engagement {
  private @Nullable Line line;
  private LongSupplier cpuNanos = () -> 0;
  private @Nullable Open open;
  private @Nullable Answered answer;
  private long lastId;
  private long spentNanos;
  private long cpuBefore;
  private boolean finishing;
  private long finishedAt;
  private boolean over;

  /// The way to the harness.
  @FunctionalInterface
  interface Line {
    void send(Command command) throws IOException;
  }

  /// A call that waits for its answer.
  private record Open(long id, String method, long releasedAt) {}

  /// Another test begins, with limits of its own.
  synchronized void beginTest() {
    spentNanos = 0;
    cpuBefore = cpuNanos.getAsLong();
  }

  /// Calls a method and waits for its answer; empty when the subject has ended.
  ///
  /// @param arguments a list of them, as [PlainData] encodes it
  Optional<Answered> call(String method, byte[] arguments) throws InterruptedException {
    Line to;
    long id;
    synchronized (this) {
      while (line == null && !over) {
        wait();
      }
      if (line == null || over) {
        return Optional.empty();
      }
      to = line;
      id = ++lastId;
      open = new Open(id, method, System.nanoTime());
    }
    try {
      to.send(new Command.Call(id, method, arguments));
    } catch (IOException _) {
      // It has ended; what was heard of it tells why.
    }
    synchronized (this) {
      while (answer == null && !over) {
        wait();
      }
      var come = Optional.ofNullable(answer);
      answer = null;
      return come;
    }
  }

  /// No call will come any more: the subject is to end.
  void finish() {
    @Nullable Line to;
    synchronized (this) {
      finishing = true;
      finishedAt = System.nanoTime();
      to = line;
    }
    if (to != null) {
      try {
        to.send(new Command.Finish());
      } catch (IOException _) {
        // It has ended already.
      }
    }
  }

  @Override
  public Command.Task task() {
    return new Command.ServeCalls();
  }

  @Override
  public void begin(HarnessLink released, Sandbox in) throws IOException {
    in.stdin().close();
    released.send(new Command.Go());
    connect(released::send, in.recorder()::cpuNanos);
  }

  /// From now on there is somebody to call.
  synchronized void connect(Line to, LongSupplier cpu) {
    line = to;
    cpuNanos = cpu;
    notifyAll();
  }

  @Override
  public boolean answered(Reply reply) throws GarbledFrameException {
    long receivedAt = System.nanoTime();
    if (reply instanceof Report.Returned(_, var data)) {
      PlainData.check(data);
    }
    synchronized (this) {
      if (open == null || open.id() != reply.id()) {
        return false;
      }
      if (!(reply instanceof Report.TooLarge)) {
        long took = receivedAt - open.releasedAt();
        answer = new Answered(reply, took);
        spentNanos += took;
        open = null;
        notifyAll();
      }
      return true;
    }
  }

  @Override
  public synchronized long wallSpent(long releasedAt, long now) {
    long running = open != null ? now - open.releasedAt() : finishing ? now - finishedAt : 0;
    return spentNanos + running;
  }

  @Override
  public synchronized long cpuBefore() {
    return cpuBefore;
  }

  @Override
  public synchronized Stage stage(boolean mainReturned) {
    return open == null ? new Stage("all calls", true) : new Stage(open.method(), false);
  }

  /// An end that nobody asked for is the student's doing.
  @Override
  public synchronized Judgement ofItself(Judgement byItself) {
    return finishing || byItself.verdict() != Verdict.OK
        ? byItself
        : new Judgement(
            Verdict.RUNTIME_ERROR,
            open == null
                ? "The code ended its JVM (exit code 0) before the test was over."
                : "The code ended its JVM (exit code 0) before %s returned."
                    .formatted(open.method()));
  }

  synchronized boolean isOver() {
    return over;
  }

  @Override
  public synchronized void over() {
    over = true;
    notifyAll();
  }
}
