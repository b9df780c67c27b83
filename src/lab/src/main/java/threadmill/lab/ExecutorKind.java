package threadmill.lab;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;

/// The kinds of executor among which the run form lets one choose.
///
/// ```java
/// for (var kind : ExecutorKind.values()) {
///   try (var pool = kind.open(2)) {
///     IO.println(kind.word() + ": " + pool.submit(() -> 6 * 7).get());
///   }
/// }
/// ```
public enum ExecutorKind {
  /// Runs each task at once in the thread that submits it: no concurrency, and nothing to wait for.
  CALLER,
  /// One thread.
  SINGLE,
  /// As many threads as workers were asked for.
  FIXED,
  /// A thread for each task that finds no idle one.
  CACHED,
  /// A work-stealing pool.
  FORKJOIN,
  /// A virtual thread for each task, carried by as many platform threads as there are cores.
  VIRTUAL,
  /// A JVM of its own for each worker: see [ProcessPool].
  PROCESS;

  /// The kind of this name, as in the run form.
  public static ExecutorKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Its name in the run form.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Opens an executor of this kind.
  ///
  /// @param workers how many threads or processes, where this kind has a number of them; at least 1
  public LabExecutor open(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("an executor needs at least 1 worker, not " + workers);
    }
    return switch (this) {
      case CALLER -> new CallerExecutor();
      case SINGLE -> new ThreadExecutor(Executors.newSingleThreadExecutor(named()));
      case FIXED -> new ThreadExecutor(Executors.newFixedThreadPool(workers, named()));
      case CACHED -> new ThreadExecutor(Executors.newCachedThreadPool(named()));
      case FORKJOIN -> new ThreadExecutor(new ForkJoinPool(workers));
      case VIRTUAL ->
          new ThreadExecutor(
              Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("virtual-", 1).factory()));
      case PROCESS -> new ProcessPool(workers);
    };
  }

  private ThreadFactory named() {
    return Thread.ofPlatform().name(word() + "-", 1).factory();
  }
}
