package threadmill.runner.child;

/// A grader ended, did not answer in time, or spoke out of turn: a test of the exercise did
/// something that tests must not do.
public final class LostGraderException extends Exception {
  private static final long serialVersionUID = 1;

  LostGraderException() {
    super("the grader ended, or took more than 30 s between two calls");
  }
}
