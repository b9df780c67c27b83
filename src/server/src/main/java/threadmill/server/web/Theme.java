package threadmill.server.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The colours a visitor chose; written into the page, so that no other theme flashes by.
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  /// The cookie that keeps it.
  public static final String COOKIE = "threadmill-theme";

  /// The theme that a cookie names; the system's where it names none.
  public static Theme of(@Nullable String cookie) {
    for (var theme : values()) {
      if (theme.word().equals(cookie)) {
        return theme;
      }
    }
    return SYSTEM;
  }

  /// The name in cookie and page.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
