package threadmill.server.experiment;

/// Where one cell stands.
public enum CellState {
  /// Nothing of it has run yet.
  WAITING,
  /// Some of its repetitions are over.
  RUNNING,
  DONE,
  /// Others used its cores, or its times differ too much; it may be measured again.
  TOO_NOISY,
  /// The program did not end well with these settings.
  FAILED,
  /// The experiment ended before it had all its repetitions.
  INCOMPLETE
}
