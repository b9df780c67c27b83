package threadmill.server.experiment;

/// Where an experiment stands. A finished one runs again when a cell is measured again.
public enum ExperimentState {
  QUEUED,
  RUNNING,
  FINISHED
}
