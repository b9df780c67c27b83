package threadmill.server.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an API token is good for. Reading comes with each.
public enum Scope {
  /// Runs and experiments.
  RUN,
  /// Handing in.
  SUBMIT,
  /// Exercises and courses.
  AUTHOR,
  /// Grades, members and rosters.
  GRADE;

  /// The name in JSON.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
