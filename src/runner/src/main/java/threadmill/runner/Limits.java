package threadmill.runner;

import java.time.Duration;

/// What a run may use before it is stopped. All values are above zero.
///
/// @param wall time from the release of `main` to the program's end; its CPU limit is this x cores
/// @param heapMiB the Java heap, in MiB
/// @param stdoutBytes bytes of standard output
/// @param stderrBytes bytes of standard error
/// @param threads platform threads of the program, beside the JVM's own
public record Limits(Duration wall, int heapMiB, int stdoutBytes, int stderrBytes, int threads) {
  public Limits {
    if (!wall.isPositive()
        || heapMiB <= 0
        || stdoutBytes <= 0
        || stderrBytes <= 0
        || threads <= 0) {
      throw new IllegalArgumentException("limits must be above zero");
    }
  }

  /// The defaults of the design: 10 s, 128 MiB, 1 MiB a stream, 512 threads.
  public static Limits defaults() {
    return new Limits(Duration.ofSeconds(10), 128, 1 << 20, 1 << 20, 512);
  }
}
