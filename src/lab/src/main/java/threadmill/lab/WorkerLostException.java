package threadmill.lab;

/// A worker of a [ProcessPool] ended, or broke, while it had a task. The message says how.
public final class WorkerLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WorkerLostException(String how) {
    super(how);
  }
}
