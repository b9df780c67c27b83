package threadmill.judge;

/// The student's code threw an exception. Left uncaught it fails the test as a runtime error.
public final class SubjectException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;
  private final String said;
  private final String place;

  public SubjectException(String type, String said, String place) {
    super(type + (said.isEmpty() ? "" : ": " + said) + (place.isEmpty() ? "" : " at " + place));
    this.type = type;
    this.said = said;
    this.place = place;
  }

  /// Binary name of the exception's class, such as `java.lang.IllegalStateException`; it is a
  /// `java.lang.NoSuchMethodException` where there is no method to call.
  public String type() {
    return type;
  }

  /// What the exception says; empty where it says nothing.
  public String message() {
    return said;
  }

  /// The innermost line of the student's code, such as `Counter.java:12`, or empty.
  public String place() {
    return place;
  }
}
