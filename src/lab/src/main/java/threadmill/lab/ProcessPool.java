package threadmill.lab;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import threadmill.lab.host.WorkerProcess;

/// An executor whose tasks run in child JVMs, one for each worker. Processes share no memory: a
/// task works on copies of what it captured, and its result comes back as a copy.
///
/// ```java
/// static boolean isPrime(long n) {
///   return n > 1 && LongStream.iterate(2, d -> d * d <= n, d -> d + 1).noneMatch(d -> n % d == 0);
/// }
///
/// void main() throws Exception {
///   var numbers = List.of(1_000_003L, 1_000_004L, 1_000_033L);
///   try (var pool = new ProcessPool()) {
///     pool.map(n -> n + (isPrime(n) ? " is prime" : " is not"), numbers).forEach(IO::println);
///   }
/// }
/// ```
///
/// - A task, what it captures, and its result must be [java.io.Serializable]. Lambdas are, where
///   the variable's type is `ProcessPool` or [LabExecutor]; else see [Task#of]. Only the program's
///   own classes, exceptions, and values and collections of the JDK may travel; others fail the
///   task with a [NotSendableException].
/// - In a compact source file a lambda may call other methods of the file: each worker has its own
///   instance of the main class, with its own fields, as it has its own static fields.
/// - What a task throws is the cause of the future's `ExecutionException`, with its stack trace.
/// - A worker that ends (exit, kill, crash) fails the task that it had with a [WorkerLostException]
///   and is replaced.
/// - Cancelling a running task with `cancel(true)` ends its worker, which is replaced.
/// - What a task prints is there before its result is. Standard input is empty in workers.
/// - A worker starts with the first task that it gets, and ends with the pool or the program. Each
///   takes memory of the run's beside its heap, and a share of its heap, at least 16 MiB.
///
/// Implementation note: each worker has a thread here, which sends it a task and waits for the
/// result; a pool of such threads does the scheduling. `Seat.worker` belongs to that thread;
/// `seats` is what [#shutdownNow] needs to end them, and a seat's own lock makes it see either the
/// worker or that no worker may start any more. A [RemoteCall]'s lock is held to note which worker
/// serves it, never while it waits. Locks are not nested.
public final class ProcessPool extends AbstractLabExecutor {
  private static final AtomicInteger POOLS = new AtomicInteger();
  private static final int LEAST_HEAP_MIB = 16;

  private final ThreadPoolExecutor threads;
  private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();
  private final String name;
  private final int heapMiB;

  /// A pool of [Lab#parallelism()] workers.
  public ProcessPool() {
    this(Lab.parallelism());
  }

  /// A pool of so many workers; at least 1.
  public ProcessPool(int workers) {
    this.name = "process-pool-" + POOLS.incrementAndGet();
    this.heapMiB =
        (int) Math.max(LEAST_HEAP_MIB, (Runtime.getRuntime().maxMemory() >> 20) / workers);
    this.threads =
        new ThreadPoolExecutor(
            workers, workers, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), this::seat);
  }

  private Thread seat(Runnable loop) {
    var seat = new Seat(loop, name + "-worker-" + started.incrementAndGet());
    seats.add(seat);
    return seat;
  }

  /// Has a task done without a future. What it throws goes to this thread's handler of uncaught
  /// exceptions.
  @Override
  public void execute(Runnable task) {
    if (task instanceof RemoteTask || completes(task)) {
      threads.execute(task);
      return;
    }
    var call = new RemoteCall<@Nullable Object>(new Act(task));
    threads.execute(() -> {
      try {
        call.call();
      } catch (Exception thrown) {
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
      }
    });
  }

  /// Whether it is one of our tasks in the wrapping of an [ExecutorCompletionService].
  private static boolean completes(Runnable task) {
    return task.getClass().getNestHost() == ExecutorCompletionService.class;
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> task) {
    return new RemoteTask<>(new RemoteCall<>(task));
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return new RemoteTask<>(new RemoteCall<>(new ActThenGive<>(task, value)));
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  /// Also ends the workers, with the tasks that they have.
  @Override
  public List<Runnable> shutdownNow() {
    var never = threads.shutdownNow();
    seats.forEach(Seat::end);
    return never;
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  /// Returns when the tasks have ended, and their workers.
  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    if (!threads.awaitTermination(timeout, unit)) {
      return false;
    }
    for (var seat : seats) {
      if (!seat.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
        return false;
      }
    }
    return true;
  }

  private record Act(Runnable task) implements Task<@Nullable Object> {
    @Override
    public @Nullable Object call() {
      task.run();
      return null;
    }
  }

  private record ActThenGive<T extends @Nullable Object>(Runnable task, T value)
      implements Task<T> {
    @Override
    public T call() {
      task.run();
      return value;
    }
  }

  /// A task that is done in another process. It is packed when it is submitted: what changes later
  /// does not change it.
  private static final class RemoteCall<T extends @Nullable Object> implements Callable<T> {
    private final byte[] packed;
    private @Nullable WorkerProcess serving;

    RemoteCall(Callable<T> task) {
      this.packed = WorkerProcess.pack(task);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // what the task gave
    public T call() throws Exception {
      var worker = ((Seat) Thread.currentThread()).worker();
      serve(worker);
      try {
        return (T) worker.call(packed);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception failure ? failure : asError(e.getCause());
      } finally {
        serve(null);
      }
    }

    private static Exception asError(@Nullable Throwable thrown) {
      if (thrown instanceof Error error) {
        throw error;
      }
      return new RemoteTaskException(String.valueOf(thrown), new StackTraceElement[0]);
    }

    private synchronized void serve(@Nullable WorkerProcess worker) {
      serving = worker;
    }

    synchronized void end() {
      if (serving != null) {
        serving.kill();
      }
    }
  }

  private static final class RemoteTask<T extends @Nullable Object> extends AnnouncingTask<T> {
    private final RemoteCall<T> call;

    RemoteTask(RemoteCall<T> call) {
      super(call);
      this.call = call;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      boolean cancelled = super.cancel(mayInterrupt);
      if (cancelled && mayInterrupt) {
        call.end();
      }
      return cancelled;
    }
  }

  /// A thread with a worker.
  private final class Seat extends Thread {
    private @Nullable WorkerProcess worker;
    private boolean ended;

    Seat(Runnable loop, String name) {
      super(loop, name);
    }

    /// This seat's worker, a new one where there was none or it was lost.
    WorkerProcess worker() {
      var mine = current();
      if (mine == null || !mine.usable()) {
        mine = WorkerProcess.start(getName(), heapMiB);
        take(mine);
      }
      return mine;
    }

    private synchronized @Nullable WorkerProcess current() {
      return worker;
    }

    private synchronized void take(WorkerProcess started) {
      worker = started;
      if (ended) {
        started.kill();
      }
    }

    synchronized void end() {
      ended = true;
      if (worker != null) {
        worker.kill();
      }
    }

    @Override
    public void run() {
      try {
        super.run();
      } finally {
        var mine = current();
        if (mine != null) {
          mine.close();
        }
      }
    }
  }
}
