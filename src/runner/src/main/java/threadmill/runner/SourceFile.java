package threadmill.runner;

/// A source file of a run.
///
/// @param path relative, with forward slashes, such as `Main.java` or `shop/Till.java`
public record SourceFile(String path, String content) {}
