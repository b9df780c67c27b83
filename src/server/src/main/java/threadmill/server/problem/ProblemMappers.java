package threadmill.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever a resource throws into a [Problem].
class ProblemMappers {

  @ServerExceptionMapper
  Response refused(RequestRefused refused) {
    var response = response(refused.status(), detail(refused), null, refused.errors());
    refused.headers().forEach(response::header);
    return response.build();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatched) {
    return refused(JsonComplaint.of(mismatched));
  }

  @ServerExceptionMapper
  Response web(WebApplicationException thrown, HttpServerRequest request) {
    if (thrown.getCause() instanceof JsonProcessingException broken) {
      return refused(JsonComplaint.of(broken));
    }
    int status = thrown.getResponse().getStatus();
    if (status >= 500) {
      return broken(thrown, request);
    }
    var response = response(status, sentence(status, request), null, List.of());
    var allow = thrown.getResponse().getHeaderString("Allow");
    if (allow != null) {
      response.header("Allow", allow);
    }
    return response.build();
  }

  /// What broke is for the log alone; the client gets the number to quote.
  @ServerExceptionMapper
  Response broken(Throwable thrown, HttpServerRequest request) {
    var id = UUID.randomUUID().toString();
    Log.errorf(
        thrown,
        "%s %s failed; it was answered 500 with id %s",
        request.method(),
        request.path(),
        id);
    return response(
            500,
            "This is a fault of the server, not of your request. Its log has more.",
            id,
            List.of())
        .build();
  }

  private static Response.ResponseBuilder response(
      int status,
      String detail,
      @org.jspecify.annotations.Nullable String id,
      List<Problem.FieldError> errors) {
    var known = Response.Status.fromStatusCode(status);
    var title = known == null ? "Refused" : known.getReasonPhrase();
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .entity(new Problem("about:blank", title, status, detail, id, errors));
  }

  private static String detail(RequestRefused refused) {
    var message = refused.getMessage();
    return message == null ? "" : message;
  }

  private static String sentence(int status, HttpServerRequest request) {
    return switch (status) {
      case 404 -> "There is nothing at " + request.path() + ".";
      case 405 -> request.method() + " is not possible at " + request.path() + ".";
      case 406 -> "Nothing that this address offers is in the Accept header.";
      case 413 -> "The request is larger than this server takes.";
      case 415 -> "The body must be application/json.";
      default -> "The request was refused.";
    };
  }
}
