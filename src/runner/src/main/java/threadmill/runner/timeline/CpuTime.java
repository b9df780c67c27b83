package threadmill.runner.timeline;

/// CPU time that a sandbox has used since it was opened. Safe for several threads.
interface CpuTime extends AutoCloseable {
  /// Nanoseconds; keeps its last value when the sandbox is gone, and after [#close].
  long nanos();

  @Override
  void close();
}
