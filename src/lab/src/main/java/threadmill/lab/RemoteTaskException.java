package threadmill.lab;

/// Stands for an exception of a task in another process that could not itself be sent. It bears
/// that one's name and message, and its stack trace.
public final class RemoteTaskException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RemoteTaskException(String what, StackTraceElement[] stack) {
    super(what);
    setStackTrace(stack);
  }
}
