package threadmill.runner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Allowance;
import threadmill.harness.wire.PoolCommand;
import threadmill.harness.wire.PoolReport;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Thrown;
import threadmill.runner.Judgement.Stage;
import threadmill.runner.pool.SharedJvm.Tenant;
import threadmill.runner.pool.SharedJvms;
import threadmill.runner.pool.SharedJvms.Place;
import threadmill.runner.sandbox.NotStartedException;

/// Runs one program in a JVM that it shares with others, and holds it to its limits: wall time and
/// output from outside, all else by what the harness says.
///
/// Implementation note: the calling thread sends the program and waits; the thread that reads the
/// JVM's reports calls the [Tenant] in [Attempt], whose fields are its own until it counts `ended`
/// down. The job's texts belong to that thread too; a second attempt's thread comes after the
/// first's.
final class SuperviseShared {
  /// A JVM in which a run does not end long after it was stopped is wedged: the harness itself
  /// gives up on threads after 2 s.
  private static final Duration END_PATIENCE = Duration.ofSeconds(10);

  private static final Duration BEGIN_PATIENCE = Duration.ofSeconds(30);

  private static final long LOOK_NANOS = 20_000_000;

  private final Job job;
  private final RunOrder order;
  private final ActiveRun run;
  private final SharedJvms jvms;

  SuperviseShared(Job job, SharedJvms jvms) {
    this.job = job;
    this.order = job.order();
    this.run = job.run();
    this.jvms = jvms;
  }

  /// Runs it to its end.
  ///
  /// @return empty when another run damaged the JVM before
  Optional<RunResult> run() throws InterruptedException {
    var attempt = new Attempt();
    long askedAt = System.nanoTime();
    try (var place = jvms.enter(attempt)) {
      run.stoppedBy(() -> place.jvm().send(new PoolCommand.Stop(place.number())));
      place.jvm().send(start(place.number()));
      attempt.await(place);
      return attempt.result(askedAt);
    } catch (NotStartedException e) {
      throw new RunnerException("run " + order.id() + ": no shared JVM", e);
    }
  }

  private PoolCommand start(int number) {
    var limits = order.limits();
    return new PoolCommand.Start(
        number,
        job.program().mainClass(),
        order.args(),
        job.program().classes(),
        order.stdin().getBytes(StandardCharsets.UTF_8),
        new Allowance(
            order.cores(),
            order.parallelism(),
            order.executor().word(),
            limits.wall().multipliedBy(order.cores()).toNanos(),
            ((long) limits.heapMiB()) << 20,
            limits.stdoutBytes(),
            limits.stderrBytes(),
            limits.threads()));
  }

  /// What is heard of one attempt.
  private final class Attempt implements Tenant {
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long beganAt;
    private volatile @Nullable Instant startedAt;
    private long endedAt;
    private boolean harmed;
    private boolean mainReturned;
    private @Nullable Judgement refusal;
    private @Nullable Thrown thrown;
    private PoolReport.@Nullable Ended end;

    @Override
    public void on(PoolReport report) {
      switch (report) {
        case PoolReport.Began _ -> begin();
        case PoolReport.Wrote(_, boolean toStderr, var text) ->
            wrote(toStderr ? job.stderr() : job.stdout(), text);
        case PoolReport.Said(_, var said) -> said(said);
        case PoolReport.Over(_, var limit, long amount) -> run.end(over(limit, amount));
        case PoolReport.Refused(_, var place, var member) ->
            refusal = Judgement.unshareable(place, member);
        case PoolReport.NotStarted(_, var reason) ->
            refusal = new Judgement(Verdict.RUNTIME_ERROR, reason + ".");
        case PoolReport.Ended told -> {
          end = told;
          over();
        }
        case PoolReport.Hello _, PoolReport.Pong _, PoolReport.Crowded _ ->
            throw new IllegalArgumentException("not of a run: " + report);
      }
    }

    @Override
    public void harmed() {
      harmed = true;
      over();
    }

    private void begin() {
      var now = Instant.now();
      startedAt = now;
      beganAt = System.nanoTime();
      job.events().released(beganAt);
      job.events().tell(at -> new RunEvent.Running(at, now));
      began.countDown();
    }

    private void over() {
      endedAt = System.nanoTime();
      began.countDown();
      ended.countDown();
    }

    private void wrote(OutputText to, byte[] text) {
      if (!to.write(text, text.length)) {
        run.end(to.tooMuch());
      }
    }

    private void said(Report said) {
      switch (said) {
        case Report.MainReturned() -> mainReturned = true;
        case Report.MainThrew threw -> thrown = threw.thrown();
        case Report.Deadlock deadlock -> run.end(new Ending.Deadlocked(deadlock));
        case Report.ThreadLeak leak -> run.end(new Ending.Leaked(leak));
        case Report other -> run.end(new Ending.Forged("a report out of turn: " + other));
      }
    }

    private Ending over(PoolReport.Limit limit, long amount) {
      var limits = order.limits();
      return switch (limit) {
        case CPU -> new Ending.CpuLimit(limits.wall().multipliedBy(order.cores()));
        case HEAP -> new Ending.HeapShare(amount, ((long) limits.heapMiB()) << 20);
        case STDOUT -> job.stdout().tooMuch();
        case STDERR -> job.stderr().tooMuch();
        case THREADS -> new Ending.ThreadLimit(limits.threads());
      };
    }

    /// Waits for the end, and sees to it that there is one.
    void await(Place place) throws InterruptedException {
      if (!began.await(BEGIN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        place.jvm().kill();
      }
      if (ended.getCount() > 0 && startedAt != null) {
        awaitUntil(beganAt + order.limits().wall().toNanos());
        if (ended.getCount() > 0 && run.ending().isEmpty()) {
          run.end(new Ending.WallLimit(order.limits().wall()));
        }
      }
      if (!ended.await(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        place.jvm().kill();
      }
      ended.await();
    }

    /// Until then, or until the run is ended for another reason.
    private void awaitUntil(long deadline) throws InterruptedException {
      long left = deadline - System.nanoTime();
      while (left > 0
          && run.ending().isEmpty()
          && !ended.await(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
        left = deadline - System.nanoTime();
      }
    }

    Optional<RunResult> result(long askedAt) {
      var ending = run.ending();
      if (harmed && ending.isEmpty()) {
        return Optional.empty();
      }
      job.stdout().end();
      job.stderr().end();
      boolean ran = startedAt != null;
      var said = end;
      var timings =
          new Timings(
              job.compile(),
              Duration.ofNanos((ran ? beganAt : endedAt) - askedAt),
              ran ? Duration.ofNanos(endedAt - beganAt) : Duration.ZERO,
              said == null ? Duration.ZERO : Duration.ofNanos(said.cpuNanos()));
      var judgement =
          ending
              .map(why -> Judgement.of(why, new Stage("main", mainReturned)))
              .orElseGet(() -> ofItself(said == null ? 1 : said.exitCode()));
      return Optional.of(
          new RunResult(
              judgement.verdict(),
              judgement.explanation(),
              startedAt,
              ran && ending.isEmpty() && said != null ? said.exitCode() : null,
              timings,
              0,
              job.program().warnings(),
              null));
    }

    private Judgement ofItself(int exitCode) {
      return refusal != null
          ? refusal
          : Judgement.of(exitCode, thrown, "", end == null ? 0 : end.threads(), order.limits());
    }
  }
}
