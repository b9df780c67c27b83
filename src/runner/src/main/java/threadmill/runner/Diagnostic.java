package threadmill.runner;

/// A finding of the compiler.
///
/// @param path the source file, or empty where the finding has no place
/// @param line from 1, or 0
/// @param column from 1, or 0
public record Diagnostic(String path, int line, int column, Severity severity, String message) {
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }
}
