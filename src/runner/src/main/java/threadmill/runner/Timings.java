package threadmill.runner;

import java.time.Duration;

/// Where the time of a run went; only `wall` and `cpu` are the program's own.
///
/// @param compile from the order to its class files
/// @param jvmStart from starting the sandbox until the program could be released
/// @param wall from the release of `main` to the program's end, timed outside the child
/// @param cpu CPU time of the whole sandbox in that time, counted outside the child
public record Timings(Duration compile, Duration jvmStart, Duration wall, Duration cpu) {
  public static final Timings NONE =
      new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
