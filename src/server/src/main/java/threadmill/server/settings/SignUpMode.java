package threadmill.server.settings;

import java.util.Locale;

/// Whether strangers get an account.
public enum SignUpMode {
  /// Anybody.
  OPEN,
  /// Who knows the join code of a course.
  CODE,
  /// Nobody: accounts come from rosters alone.
  CLOSED;

  /// The name in JSON and configuration.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
