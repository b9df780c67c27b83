package threadmill.server.comparison;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threadmill.server.problem.RequestRefused;

/// What is to be compared, as an address names it.
sealed interface Reference {

  /// `run:ID`
  record OfRun(String id) implements Reference {}

  /// `cell:EXPERIMENT/NUMBER`
  record OfCell(String experiment, int number) implements Reference {}

  Pattern RUN = Pattern.compile("run:([A-Za-z0-9_-]{1,64})");
  Pattern CELL = Pattern.compile("cell:([A-Za-z0-9_-]{1,64})/(\\d{1,4})");

  /// Reads the value of a parameter, which the refusal of another form names.
  static Reference parse(String parameter, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw RequestRefused.field(parameter, "is missing; give run:ID or cell:EXPERIMENT/NUMBER");
    }
    var run = RUN.matcher(value);
    if (run.matches()) {
      return new OfRun(run.group(1));
    }
    var cell = CELL.matcher(value);
    if (cell.matches()) {
      return new OfCell(cell.group(1), Integer.parseInt(cell.group(2)));
    }
    throw RequestRefused.field(parameter, "must be run:ID or cell:EXPERIMENT/NUMBER");
  }

  /// How an address names it.
  default String text() {
    return switch (this) {
      case OfRun(var id) -> "run:" + id;
      case OfCell(var experiment, var number) -> "cell:" + experiment + "/" + number;
    };
  }
}
