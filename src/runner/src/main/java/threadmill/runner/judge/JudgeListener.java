package threadmill.runner.judge;

/// Hears how far a judging is.
public interface JudgeListener {

  /// An entry comes now, or none any more.
  ///
  /// @param done entries that have been judged
  /// @param of how many there are
  /// @param next title of the entry that comes now; empty at the end
  void progress(int done, int of, String next);
}
