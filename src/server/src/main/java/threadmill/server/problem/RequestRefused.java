package threadmill.server.problem;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/// A request that is answered with a [Problem].
public final class RequestRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Problem.FieldError> errors;
  private final transient Map<String, String> headers;

  private RequestRefused(
      int status, String detail, List<Problem.FieldError> errors, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /// 400: fields have to change.
  public static RequestRefused fields(List<Problem.FieldError> errors) {
    var first = errors.getFirst();
    var detail =
        errors.size() == 1
            ? first.field() + " " + first.message()
            : errors.size()
                + " fields need a change; the first: "
                + first.field()
                + " "
                + first.message();
    return new RequestRefused(400, detail, errors, Map.of());
  }

  /// 400: one field has to change.
  public static RequestRefused field(String field, String message) {
    return fields(List.of(new Problem.FieldError(field, message)));
  }

  /// 404: what a field names is not there.
  public static RequestRefused notFound(String field, String message) {
    return new RequestRefused(
        404, field + ": " + message, List.of(new Problem.FieldError(field, message)), Map.of());
  }

  /// Any other status, with a sentence that says what to do.
  public static RequestRefused with(int status, String detail) {
    return new RequestRefused(status, detail, List.of(), Map.of());
  }

  /// Not now; the same request may go through after some seconds.
  public static RequestRefused notNow(int status, String detail, long retryAfterSeconds) {
    return new RequestRefused(
        status, detail, List.of(), Map.of("Retry-After", Long.toString(retryAfterSeconds)));
  }

  /// The source is too large for one run.
  public static RequestRefused tooLarge(String field, String message) {
    return new RequestRefused(
        413, field + " " + message, List.of(new Problem.FieldError(field, message)), Map.of());
  }

  public int status() {
    return status;
  }

  public List<Problem.FieldError> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }
}
