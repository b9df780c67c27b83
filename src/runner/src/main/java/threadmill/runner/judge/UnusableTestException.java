package threadmill.runner.judge;

/// An entry cannot be judged before its exercise is mended; no student is to blame.
final class UnusableTestException extends Exception {
  private static final long serialVersionUID = 1;

  private final String why;

  UnusableTestException(String why) {
    super(why);
    this.why = why;
  }

  /// A sentence for the author.
  String why() {
    return why;
  }
}
