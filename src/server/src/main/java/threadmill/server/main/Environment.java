package threadmill.server.main;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How flags are called in the environment: `--public-url` is `THREADMILL_PUBLIC_URL`.
final class Environment {
  private Environment() {}

  /// The value, null where it is absent or empty.
  static @Nullable String of(Map<String, String> environment, String flag) {
    var name = "THREADMILL_" + flag.replace('-', '_').toUpperCase(Locale.ROOT);
    var value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
