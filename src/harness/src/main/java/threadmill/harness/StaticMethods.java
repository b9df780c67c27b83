package threadmill.harness;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the static methods of a program by their names and by plain arguments.
///
/// A method fits when its parameters take the arguments as a call in Java would that widens an
/// `Integer` to `long` or `double`, or a `Long` to `double`; of several, the one that widens least.
final class StaticMethods {
  private final Program program;

  StaticMethods(Program program) {
    this.program = program;
  }

  /// A method and what it is called with.
  record Found(Method method, List<@Nullable Object> arguments) {}

  /// @param name such as `CountDriver.count`; the class by its binary name
  Found find(String name, List<? extends @Nullable Object> arguments) throws NoSuchMethodException {
    int dot = name.lastIndexOf('.');
    var type = dot < 0 ? Optional.<Class<?>>empty() : type(name.substring(0, dot));
    if (type.isEmpty()) {
      throw new NoSuchMethodException("There is no class for " + name);
    }
    Found best = null;
    int fewest = Integer.MAX_VALUE;
    for (var method : type.get().getDeclaredMethods()) {
      if (method.getName().equals(name.substring(dot + 1))
          && Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == arguments.size()) {
        var taken = new Widening(List.of(method.getParameterTypes())).of(arguments);
        if (taken.isPresent() && taken.get().widened() < fewest) {
          fewest = taken.get().widened();
          best = new Found(method, taken.get().arguments());
        }
      }
    }
    if (best == null) {
      throw new NoSuchMethodException(
          "There is no static method %s(%s)".formatted(name, types(arguments)));
    }
    best.method().setAccessible(true);
    return best;
  }

  /// A class of the program; no other is called.
  @SuppressWarnings("ReferenceEquality") // A loader is equal to itself alone.
  private Optional<Class<?>> type(String name) {
    try {
      var type = Class.forName(name, false, program.loader());
      return program.loader().equals(type.getClassLoader()) ? Optional.of(type) : Optional.empty();
    } catch (ClassNotFoundException _) {
      return Optional.empty();
    }
  }

  private static String types(List<? extends @Nullable Object> arguments) {
    return arguments.stream()
        .map(it -> it == null ? "null" : it.getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  /// Arguments as some parameters take them.
  private record Widening(List<Class<?>> parameters) {

    /// @param widened how many are not as they were
    record Taken(List<@Nullable Object> arguments, int widened) {}

    Optional<Taken> of(List<? extends @Nullable Object> arguments) {
      var taken = new ArrayList<@Nullable Object>();
      int widened = 0;
      for (int i = 0; i < parameters.size(); i++) {
        var parameter = parameters.get(i);
        var argument = arguments.get(i);
        var as = as(parameter, argument);
        if (as == null && (argument != null || parameter.isPrimitive())) {
          return Optional.empty();
        }
        taken.add(as);
        widened += argument == null || boxed(parameter).isInstance(argument) ? 0 : 1;
      }
      return Optional.of(new Taken(taken, widened));
    }

    /// The argument as a parameter takes it; null where it does not.
    private static @Nullable Object as(Class<?> parameter, @Nullable Object argument) {
      if (argument == null || boxed(parameter).isInstance(argument)) {
        return argument;
      }
      return switch (argument) {
        case Integer number when boxed(parameter) == Long.class -> number.longValue();
        case Integer number when boxed(parameter) == Double.class -> number.doubleValue();
        case Long number when boxed(parameter) == Double.class -> number.doubleValue();
        default -> null;
      };
    }

    private static Class<?> boxed(Class<?> type) {
      return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }
  }
}
