package threadmill.server.experiment;

/// Why an experiment measures no more.
public enum Ending {
  /// Every cell has what it was to have, or failed.
  COMPLETE,
  /// Its user stopped it.
  CANCELLED,
  /// It used up the time that one experiment may take.
  OUT_OF_TIME,
  /// The server could not go on; not the program's fault.
  ABANDONED
}
