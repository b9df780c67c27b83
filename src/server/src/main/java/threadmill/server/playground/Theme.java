package threadmill.server.playground;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The colours a visitor chose; written into the page, so that no other theme flashes by.
enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  /// The theme that a cookie names; the system's where it names none.
  static Theme of(@Nullable String cookie) {
    for (var theme : values()) {
      if (theme.word().equals(cookie)) {
        return theme;
      }
    }
    return SYSTEM;
  }

  /// The name in cookie and page.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
