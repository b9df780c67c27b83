package threadmill.runner.judge;

/// The judging was stopped by its user.
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoppedException() {
    super("the judging was stopped");
  }
}
