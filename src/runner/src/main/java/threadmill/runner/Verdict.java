package threadmill.runner;

/// How a run ended. The limit that was hit first wins.
public enum Verdict {
  /// `main` returned and all non-daemon threads ended.
  OK,
  /// javac refused the source, or had to be stopped.
  COMPILE_ERROR,
  /// An exception left `main`, the exit code was not 0, or the JVM died.
  RUNTIME_ERROR,
  /// A grader's finding.
  WRONG_ANSWER,
  TIME_LIMIT,
  MEMORY_LIMIT,
  OUTPUT_LIMIT,
  THREAD_LIMIT,
  /// A cycle of untimed waits.
  DEADLOCK,
  /// Threads repeat the same failed acquisitions without progress.
  LIVELOCK,
  /// `main` returned and the threads that remain wait without a deadline.
  THREAD_LEAK,
  /// A repeated test gave different outcomes.
  RACE_OBSERVED,
  /// Killed by the sandbox, or a forged or garbled frame.
  SECURITY_VIOLATION,
  /// Stopped by its user.
  CANCELLED,
  /// A failure of ours that the source did not cause; never charged.
  INTERNAL_ERROR
}
