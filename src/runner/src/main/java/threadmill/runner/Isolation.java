package threadmill.runner;

/// How far apart runs are kept.
public enum Isolation {
  /// A child JVM of its own, in a sandbox of its own.
  PROCESS,
  /// A place in a child JVM that runs share, in one sandbox for all of them; the program is checked
  /// and instrumented. Never for runs that are graded.
  POOL
}
