package threadmill.harness.weave;

/// What [Check] made of a program.
public sealed interface Checked {

  /// Nothing in it reaches what programs share.
  record Allowed() implements Checked {}

  /// It names something that it may not have; the first such place.
  ///
  /// @param className binary name of the class that is refused
  /// @param source its source file, or the class's name where it has none
  /// @param line of the source, or 0
  /// @param member such as `java.lang.System.load`
  record Refused(String className, String source, int line, String member) implements Checked {
    /// Such as `Main.java:12`.
    public String place() {
      return line > 0 ? source + ":" + line : source;
    }
  }
}
