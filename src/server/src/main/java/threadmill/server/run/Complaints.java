package threadmill.server.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.Problem.FieldError;
import threadmill.server.problem.RequestRefused;
import threadmill.server.settings.ServerConfig;

/// Collects what is wrong with a request, field by field, so that one answer names all of it.
final class Complaints {
  private final List<FieldError> errors = new ArrayList<>();

  void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw RequestRefused.fields(errors);
    }
  }

  /// A number within bounds, or its default where none was given.
  int bounded(String field, @Nullable Integer value, ServerConfig.Bound bound) {
    return bounded(field, value, bound.preset(), bound.most());
  }

  int bounded(String field, @Nullable Integer value, int preset, int most) {
    return within(field, value, preset, 1, most);
  }

  int fromZero(String field, @Nullable Integer value, int preset, int most) {
    return within(field, value, preset, 0, most);
  }

  private int within(String field, @Nullable Integer value, int preset, int least, int most) {
    if (value == null) {
      return preset;
    }
    if (value < least || value > most) {
      add(field, "must be from %d to %d, not %d".formatted(least, most, value));
    }
    return value;
  }

  /// Text that fits, and that a database and a command line can hold.
  void text(String field, String value, int mostBytes) {
    storable(field, value);
    if (bytes(value) > mostBytes) {
      add(field, "must be at most " + mostBytes + " bytes of UTF-8");
    }
  }

  void storable(String field, String value) {
    if (value.indexOf('\0') >= 0) {
      add(field, "must not contain the character U+0000");
    } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      add(field, "must be whole Unicode characters");
    }
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
