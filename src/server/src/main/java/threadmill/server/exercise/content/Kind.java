package threadmill.server.exercise.content;

import java.util.Locale;

/// The kinds of grading, by their names in `exercise.yaml`.
enum Kind {
  OUTPUT,
  UNIT,
  REPEAT,
  LIVENESS,
  PERFORMANCE,
  STRUCTURE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
