package threadmill.runner.child;

/// A child JVM ended before its harness was loaded.
public final class NotStartedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String said;

  NotStartedException(String said, Throwable cause) {
    super("the child JVM does not start: " + said, cause);
    this.said = said;
  }

  /// What it wrote to standard error.
  public String said() {
    return said;
  }
}
