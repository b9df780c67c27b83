package threadmill.judge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a method of the student's code returned. Asked for as another kind than it is, it fails the
/// test.
public final class Answer {
  private final String method;
  private final @Nullable Object value;

  /// An answer of a method.
  ///
  /// @param method that returned it
  /// @param value plain data, as [Subject#call] has it
  public Answer(String method, @Nullable Object value) {
    this.method = method;
    this.value = value;
  }

  /// Whether it is null, as is the answer of a method without a result.
  public boolean isNull() {
    return value == null;
  }

  public boolean asBoolean() {
    return as(Boolean.class, "a boolean");
  }

  public int asInt() {
    return as(Integer.class, "an int");
  }

  /// A `long`, or an `int` as one.
  public long asLong() {
    return value instanceof Integer number ? number : as(Long.class, "a long");
  }

  /// A `double`, or an `int` or `long` as one.
  public double asDouble() {
    return switch (value) {
      case Integer number -> number;
      case Long number -> number;
      case null, default -> as(Double.class, "a double");
    };
  }

  public String asText() {
    return as(String.class, "a String");
  }

  public int[] asInts() {
    return as(int[].class, "an int[]");
  }

  public long[] asLongs() {
    return as(long[].class, "a long[]");
  }

  public double[] asDoubles() {
    return as(double[].class, "a double[]");
  }

  /// A list of plain data, which cannot be changed.
  @SuppressWarnings("unchecked")
  public List<@Nullable Object> asList() {
    return as(List.class, "a List");
  }

  /// A map of plain data, which cannot be changed, in the order of the student's.
  @SuppressWarnings("unchecked")
  public Map<String, @Nullable Object> asMap() {
    return as(Map.class, "a Map");
  }

  private <T> T as(Class<T> type, String wanted) {
    if (!type.isInstance(value)) {
      throw new AssertionError(
          "%s returned %s where %s was expected".formatted(method, kind(value), wanted));
    }
    return type.cast(value);
  }

  private static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case List<?> _ -> "a List";
      case Map<?, ?> _ -> "a Map";
      case Object other -> "the " + other.getClass().getSimpleName() + " " + shortened(other);
    };
  }

  private static String shortened(Object value) {
    var text = value.getClass().isArray() ? "" : value.toString();
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  @Override
  public String toString() {
    return method + " returned " + kind(value);
  }
}
