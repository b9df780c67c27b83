package threadmill.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/// Says in a student's words what is wrong with a JSON body, and at which field.
final class JsonComplaint {
  private JsonComplaint() {}

  static RequestRefused of(JsonProcessingException broken) {
    return switch (broken) {
      case UnrecognizedPropertyException unknown ->
          RequestRefused.field(path(unknown), "is not a known field");
      case MismatchedInputException mismatched when mismatched.getPath().isEmpty() ->
          RequestRefused.with(400, "The body must be one JSON object.");
      case MismatchedInputException mismatched ->
          RequestRefused.field(path(mismatched), "must be " + expected(mismatched));
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          RequestRefused.field(path(mapping), "cannot be read: " + mapping.getOriginalMessage());
      default -> {
        var place = broken.getLocation();
        yield RequestRefused.with(
            400,
            place == null
                ? "The body is not JSON."
                : "The body is not JSON at line %d, column %d: %s"
                    .formatted(
                        place.getLineNr(), place.getColumnNr(), broken.getOriginalMessage()));
      }
    };
  }

  private static String path(JsonMappingException exception) {
    var path = new StringBuilder();
    for (var step : exception.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String expected(MismatchedInputException mismatched) {
    var type = mismatched.getTargetType();
    if (type == null) {
      return "something else";
    } else if (type == Integer.class || type == int.class || type == Long.class) {
      return "a whole number that fits";
    } else if (type == String.class) {
      return "a string";
    } else if (java.util.List.class.isAssignableFrom(type)) {
      return "an array";
    }
    return "an object";
  }
}
