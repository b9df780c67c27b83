package threadmill.harness.pool;

/// Thrown at every poll of a run that has been stopped, again and again, until no thread of it is
/// left.
final class Stopped extends Error {
  private static final long serialVersionUID = 1;

  /// Without a stack trace, so that it costs nothing and says nothing.
  @SuppressWarnings("StaticAssignmentOfThrowable") // it holds nothing
  static final Stopped NOW = new Stopped();

  private Stopped() {
    super("stopped", null, false, false);
  }
}
