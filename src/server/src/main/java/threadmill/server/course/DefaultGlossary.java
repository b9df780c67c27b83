package threadmill.server.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The words of concurrency that every new course explains: those of the course that comes with
/// Threadmill.
final class DefaultGlossary {
  private static final String FILE = "/courses/concurrency-in-java/glossary.yaml";

  private DefaultGlossary() {}

  static String text() {
    try (var stream = Objects.requireNonNull(DefaultGlossary.class.getResourceAsStream(FILE))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
