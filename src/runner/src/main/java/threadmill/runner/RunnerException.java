package threadmill.runner;

/// The runner itself failed, for a reason that the student's source did not cause.
public final class RunnerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunnerException(String message) {
    super(message);
  }

  public RunnerException(String message, Throwable cause) {
    super(message, cause);
  }
}
