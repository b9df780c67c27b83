package threadmill.server.main;

/// What to do.
enum Command {
  RUN,
  /// Copies the database to a file; a server may be at work on it.
  BACKUP,
  /// Fills the database from such a file; no server may be at work on it.
  RESTORE
}
