package threadmill.runner.child;

/// A child JVM ended while it was idle or got ready, before its program was released.
public final class LostChildException extends Exception {
  private static final long serialVersionUID = 1;

  public LostChildException(Throwable cause) {
    super("the child JVM ended before its program was released", cause);
  }
}
