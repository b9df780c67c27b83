package threadmill.server.access;

/// What somebody is in a course, by rising rights.
public enum Role {
  STUDENT,
  /// Grades, but doesn't author.
  ASSISTANT,
  /// Has created the course, or was added by one who has.
  INSTRUCTOR
}
