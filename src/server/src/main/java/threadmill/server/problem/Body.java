package threadmill.server.problem;

import org.jspecify.annotations.Nullable;

/// What a request's body must have.
public final class Body {
  private Body() {}

  /// The body itself.
  public static <T> T required(@Nullable T body) {
    if (body == null) {
      throw RequestRefused.with(400, "The body must be one JSON object.");
    }
    return body;
  }

  /// A field of it.
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw RequestRefused.field(field, "is required");
    }
    return value;
  }
}
