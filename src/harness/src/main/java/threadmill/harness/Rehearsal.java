package threadmill.harness;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// Calls methods of each shape that a `main` may have, while nobody waits.
///
/// The JDK generates code when a method of a new shape is first called by reflection, which would
/// otherwise be the first 5 ms of the program.
final class Rehearsal {
  private Rehearsal() {}

  static void play() throws ReflectiveOperationException {
    var constructor = Rehearsal.class.getDeclaredConstructor();
    constructor.setAccessible(true);
    var instance = constructor.newInstance();
    for (var method : Rehearsal.class.getDeclaredMethods()) {
      if (method.getName().startsWith("main")) {
        call(method, instance);
      }
    }
  }

  private static void call(Method method, @Nullable Object instance)
      throws ReflectiveOperationException {
    method.setAccessible(true);
    if (method.getParameterCount() == 0) {
      method.invoke(instance);
    } else {
      method.invoke(instance, (Object) new String[0]);
    }
  }

  void mainOfObject() {}

  void mainOfObject(String[] args) {}

  static void mainOfClass() {}

  static void mainOfClass(String[] args) {}
}
