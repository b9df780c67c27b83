package threadmill.server.exercise.content;

import java.util.Locale;

/// How hard an exercise is, as its author sees it.
public enum Difficulty {
  EASY,
  MEDIUM,
  HARD;

  /// As `exercise.yaml` has it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
