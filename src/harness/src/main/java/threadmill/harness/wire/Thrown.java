package threadmill.harness.wire;

/// What left a student's code, described inside its JVM.
///
/// @param type binary name of the exception's class
/// @param message its message, empty when it has none
/// @param place the student's innermost frame, such as `Main.java:12`, or empty
public record Thrown(String type, String message, String place) {}
