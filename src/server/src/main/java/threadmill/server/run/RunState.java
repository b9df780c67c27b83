package threadmill.server.run;

/// Where a run stands. Runs only move forward, but for one way back to the queue when a runner
/// vanished.
public enum RunState {
  QUEUED,
  COMPILING,
  RUNNING,
  FINISHED
}
