package threadmill.harness.pool;

import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Replaces;

/// Numbers among the properties of one run.
@Replaces(Long.class)
public final class OfLong {
  private OfLong() {}

  public static @Nullable Long getLong(String name, Run run) {
    return getLong(name, (Long) null, run);
  }

  public static Long getLong(String name, long otherwise, Run run) {
    var value = getLong(name, (Long) null, run);
    return value == null ? otherwise : value;
  }

  public static @Nullable Long getLong(String name, @Nullable Long otherwise, Run run) {
    try {
      var value = run.property(name);
      return value == null ? otherwise : Long.decode(value);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
