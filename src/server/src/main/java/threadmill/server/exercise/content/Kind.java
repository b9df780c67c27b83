package threadmill.server.exercise.content;

/// The kinds of grading, by their names in `exercise.yaml`.
enum Kind {
  OUTPUT,
  UNIT,
  REPEAT,
  LIVENESS,
  PERFORMANCE,
  STRUCTURE
}
