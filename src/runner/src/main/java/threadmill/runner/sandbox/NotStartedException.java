package threadmill.runner.sandbox;

/// A sandbox ended before it was up.
public final class NotStartedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String said;

  NotStartedException(int exitCode, String said, Throwable cause) {
    super("the sandbox does not start; exit code %d: %s".formatted(exitCode, said), cause);
    this.said = said;
  }

  /// What it wrote to standard error.
  public String said() {
    return said;
  }
}
