package threadmill.runner;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Thrown;
import threadmill.runner.Execute.Executed;
import threadmill.runner.judge.Answered;
import threadmill.runner.judge.SubjectJvm;

/// A subject that a thread of its own supervises while a judging calls it.
///
/// Implementation note: the supervising thread completes `executed` and ends with the child JVM;
/// all else is the judging thread's, but for [#cancel], which any may call. What the two share is
/// [Calls] and [ActiveRun], which guard themselves.
final class LocalSubject implements SubjectJvm {
  private final Limits limits;
  private final Calls calls;
  private final ActiveRun run;
  private final CompletableFuture<Executed> executed = new CompletableFuture<>();

  /// Executes the job, on a thread of the subject's own.
  @FunctionalInterface
  interface Execution {
    Executed execute() throws InterruptedException;
  }

  LocalSubject(Limits limits, Calls calls, ActiveRun run) {
    this.limits = limits;
    this.calls = calls;
    this.run = run;
  }

  void start(String name, Execution execution) {
    Thread.ofPlatform().daemon().name(name).start(() -> supervise(execution));
  }

  private void supervise(Execution execution) {
    try {
      executed.complete(execution.execute());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      executed.completeExceptionally(e);
    } catch (RuntimeException e) {
      executed.completeExceptionally(e);
    } finally {
      // One that never came up is over, too.
      calls.over();
    }
  }

  @Override
  public void beginTest() {
    calls.beginTest();
  }

  @Override
  public Optional<Answered> call(String method, byte[] arguments) throws InterruptedException {
    return calls.call(method, arguments);
  }

  @Override
  public Optional<Judgement> ended() throws InterruptedException {
    return calls.isOver() ? Optional.of(judgement()) : Optional.empty();
  }

  @Override
  public Judgement left(Thrown thrown, String method) {
    return Judgement.ofThrown(thrown, method, 0, limits);
  }

  @Override
  public Judgement finish() throws InterruptedException {
    calls.finish();
    return judgement();
  }

  private Judgement judgement() throws InterruptedException {
    var result = await().result();
    return new Judgement(result.verdict(), result.explanation());
  }

  private Executed await() throws InterruptedException {
    try {
      return executed.get();
    } catch (ExecutionException e) {
      throw new RunnerException("a subject could not be supervised", e);
    }
  }

  /// Kills it.
  void cancel() {
    run.end(new Ending.Cancelled());
  }

  @Override
  public @Nullable Conditions end() throws InterruptedException {
    cancel();
    return await().result().conditions();
  }

  @Override
  public void close() {
    cancel();
    // Whoever comes next on these cores is not to share them with it.
    executed.handle((_, _) -> true).join();
  }
}
