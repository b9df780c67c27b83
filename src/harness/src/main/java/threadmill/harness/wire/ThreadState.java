package threadmill.harness.wire;

/// What a platform thread was doing at the moment of a sample, seen from inside the JVM.
///
/// @param id the Java thread id
/// @param name the full Java name
/// @param carrier whether it carries virtual threads
/// @param activity what its status word said
public record ThreadState(long id, String name, boolean carrier, Activity activity) {

  /// The parts of HotSpot's thread status word that tell kinds of waiting apart.
  public enum Activity {
    /// In Java or in native code; off a core this may be I/O, which the JVM does not tell.
    RUNNABLE,
    /// Entering or re-entering a monitor.
    BLOCKED,
    /// In `Object.wait`, timed or not.
    WAITING,
    /// In `LockSupport.park`, timed or not.
    PARKED,
    /// In `Thread.sleep`.
    SLEEPING,
    /// Not alive any more.
    ENDED
  }
}
