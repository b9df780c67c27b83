package threadmill.runner.timeline;

import org.jspecify.annotations.Nullable;

/// A stretch of time in which a lane was in one state. Times are nanoseconds since the release of
/// `main`; they may be negative.
///
/// @param core the core it ran on, where it ran
/// @param detail more about it, where there is more
public record Slice(
    long from, long to, State state, @Nullable Integer core, @Nullable Detail detail) {

  public enum State {
    /// On a core.
    RUNNING,
    /// Ready to run, and waiting for a core.
    RUNNABLE,
    BLOCKED,
    WAITING,
    PARKED,
    SLEEPING,
    IO,
    PINNED,
    GC,
    /// Off a core for a reason that nothing tells.
    OFF_CPU
  }

  /// More about a slice.
  ///
  /// @param lock the lock that is waited for, such as `java.lang.Object@1b`
  /// @param owner lane of the thread that holds the lock; on a core lane, of the thread that ran
  /// @param task what it worked on; on a core lane, the name of the thread that ran
  /// @param at the method that waits, such as `java.util.concurrent.CountDownLatch.await`, or the
  ///   place in the program, such as `Main.java:12`
  /// @param timed whether the wait has a deadline; null where it does not wait
  public record Detail(
      @Nullable String lock,
      @Nullable Integer owner,
      @Nullable String task,
      @Nullable String at,
      @Nullable Boolean timed) {

    public Detail(@Nullable String lock, @Nullable Integer owner, @Nullable String task) {
      this(lock, owner, task, null, null);
    }
  }
}
