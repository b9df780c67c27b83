package threadmill.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went wrong with a request (RFC 9457), as the body of `application/problem+json`.
///
/// @param type `about:blank`: the status says what kind it is
/// @param title the status in words
/// @param detail a sentence that says what to change
/// @param id what the log knows it by; only for our own failures
/// @param errors the fields to change; empty where none is to blame
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String id,
    List<FieldError> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /// A field of the request that has to change.
  ///
  /// @param field its path, such as `limits.wallMillis` or `files[0].path`
  public record FieldError(String field, String message) {}
}
