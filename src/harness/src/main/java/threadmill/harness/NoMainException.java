package threadmill.harness;

/// The program has no `main` that could be launched.
public final class NoMainException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  NoMainException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
