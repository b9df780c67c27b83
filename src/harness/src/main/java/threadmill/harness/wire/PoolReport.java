package threadmill.harness.wire;

/// What a harness that serves many runs tells its runner: claims from inside, all of them.
public sealed interface PoolReport {

  /// The harness is up.
  record Hello() implements PoolReport {}

  record Pong(int number) implements PoolReport {}

  /// `main` begins.
  record Began(int run) implements PoolReport {}

  /// The program names what it may not have.
  ///
  /// @param place such as `Main.java:12`
  /// @param member such as `java.lang.System.load`
  record Refused(int run, String place, String member) implements PoolReport {}

  /// The program cannot be started, or not here.
  ///
  /// @param reason a sentence for the student, without its full stop
  record NotStarted(int run, String reason) implements PoolReport {}

  /// It wrote to one of its streams.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Wrote(int run, boolean toStderr, byte[] text) implements PoolReport {}

  /// What the harness of a JVM of its own would report.
  record Said(int run, Report report) implements PoolReport {}

  /// It is being ended for a limit.
  ///
  /// @param amount what it took when that was seen, in the limit's unit
  record Over(int run, Limit limit, long amount) implements PoolReport {}

  /// It is over, and nothing more comes of it.
  ///
  /// @param exitCode what the JVM would have exited with
  /// @param stuck whether threads of it remain that do not end
  record Ended(
      int run, int exitCode, long cpuNanos, long allocatedBytes, int threads, boolean stuck)
      implements PoolReport {}

  /// The heap is nearly full, and it cannot be said which run is to blame.
  record Crowded() implements PoolReport {}

  /// The limits that are held from inside.
  enum Limit {
    /// Nanoseconds of CPU time.
    CPU,
    /// Bytes that were ever allocated, when the heap is nearly full.
    HEAP,
    STDOUT,
    STDERR,
    THREADS
  }
}
