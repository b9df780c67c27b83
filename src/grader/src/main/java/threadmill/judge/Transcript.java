package threadmill.judge;

import java.util.List;

/// One run of the student's program, for a test that looks at what it printed; such a test has it
/// as a parameter.
///
/// @param exitCode 0 where the program ended by itself
/// @param args what its `main` got
/// @param stdin what it could read
/// @param wallNanos from the release of `main` to the program's end, taken outside its JVM
/// @param cpuNanos CPU time of all its processes since that release, taken outside
/// @param mostThreads about how many threads it had at most at once: looks from outside, some 20 ms
///   apart, and the JVM starts a few of its own
public record Transcript(
    String stdout,
    String stderr,
    int exitCode,
    List<String> args,
    String stdin,
    long wallNanos,
    long cpuNanos,
    int mostThreads) {
  public Transcript {
    args = List.copyOf(args);
  }

  /// Standard output in lines, without their ends.
  public List<String> lines() {
    return stdout.lines().toList();
  }
}
