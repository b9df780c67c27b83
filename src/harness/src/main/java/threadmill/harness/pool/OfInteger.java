package threadmill.harness.pool;

import org.jspecify.annotations.Nullable;
import threadmill.harness.weave.Replaces;

/// Numbers among the properties of one run.
@Replaces(Integer.class)
public final class OfInteger {
  private OfInteger() {}

  public static @Nullable Integer getInteger(String name, Run run) {
    return getInteger(name, (Integer) null, run);
  }

  public static Integer getInteger(String name, int otherwise, Run run) {
    var value = getInteger(name, (Integer) null, run);
    return value == null ? otherwise : value;
  }

  public static @Nullable Integer getInteger(String name, @Nullable Integer otherwise, Run run) {
    try {
      var value = run.property(name);
      return value == null ? otherwise : Integer.decode(value);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
