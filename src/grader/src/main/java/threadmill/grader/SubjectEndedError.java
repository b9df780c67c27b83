package threadmill.grader;

/// The JVM of the code under test has ended. The test has failed, whatever it makes of this; an
/// error, so that few tests catch it.
final class SubjectEndedError extends Error {
  private static final long serialVersionUID = 1;

  SubjectEndedError() {
    super("the code under test has ended");
  }
}
