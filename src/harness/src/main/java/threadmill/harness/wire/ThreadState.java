package threadmill.harness.wire;

import org.jspecify.annotations.Nullable;

/// What a platform thread was doing at the moment of a sample, seen from inside the JVM.
///
/// @param id the Java thread id
/// @param name the full Java name
/// @param carrier whether it carries virtual threads
/// @param activity what its status word said
/// @param waits what it waits for, where that is known
/// @param cpuNanos CPU time that it had used, or [#UNKNOWN]; told where names alone do not tell
///   threads apart
public record ThreadState(
    long id, String name, boolean carrier, Activity activity, @Nullable Wait waits, long cpuNanos) {
  /// CPU time that was not asked for.
  public static final long UNKNOWN = -1;

  /// A thread of which no more is known than its status word.
  public ThreadState(long id, String name, boolean carrier, Activity activity) {
    this(id, name, carrier, activity, null, UNKNOWN);
  }

  /// The parts of HotSpot's thread status word that tell kinds of waiting apart.
  public enum Activity {
    /// In Java or in native code; off a core for a reason that the JVM does not tell.
    RUNNABLE,
    /// Entering a monitor.
    BLOCKED,
    /// Entering a monitor again, after a wait.
    REENTERING,
    /// In `Object.wait`, timed or not.
    WAITING,
    /// In `LockSupport.park`, timed or not.
    PARKED,
    /// In `Thread.sleep`.
    SLEEPING,
    /// In a native method of the JDK that reads, writes, connects or polls.
    IO,
    /// A carrier that parks with its virtual thread, which cannot leave it.
    PINNED,
    /// Not alive any more.
    ENDED
  }

  /// What a thread waits for.
  ///
  /// @param timed whether it has a deadline
  /// @param on the lock, such as `java.lang.Object@1b2c3d`, or empty
  /// @param owner Java id of the thread that holds the lock, or whose end is waited for; 0 where
  ///   nobody is known to
  /// @param at the method that waits, such as `java.util.concurrent.CountDownLatch.await`, or empty
  public record Wait(boolean timed, String on, long owner, String at) {}
}
