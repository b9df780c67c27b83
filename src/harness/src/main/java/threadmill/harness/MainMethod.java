package threadmill.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import jdk.internal.misc.MethodFinder;
import org.jspecify.annotations.Nullable;

/// The `main` of a program, as the launch protocol of JEP 512 finds and calls it.
public final class MainMethod {
  private final Program program;
  private final Method main;

  private MainMethod(Program program, Method main) {
    this.program = program;
    this.main = main;
  }

  static MainMethod of(Program program) throws NoMainException {
    var name = program.mainClass();
    try {
      var mainClass = Class.forName(name, false, program.loader());
      var main = MethodFinder.findMainMethod(mainClass);
      if (main == null) {
        throw new NoMainException(
            "There is no main method to start in class "
                + name
                + "; write one, such as void main() { … }");
      }
      main.setAccessible(true);
      return new MainMethod(program, main);
    } catch (ClassNotFoundException e) {
      throw new NoMainException("Class " + e.getMessage() + " cannot be found");
    } catch (LinkageError e) {
      throw new NoMainException("Class " + name + " cannot be loaded: " + e);
    }
  }

  public Program program() {
    return program;
  }

  /// Calls it; what it throws is thrown on, without our own frames.
  public void call(List<String> args) throws Throwable {
    Thread.currentThread().setContextClassLoader(program.loader());
    var arguments =
        main.getParameterCount() == 0 ? new Object[0] : new Object[] {args.toArray(String[]::new)};
    try {
      main.invoke(instance(), arguments);
    } catch (InvocationTargetException e) {
      var thrown = e.getTargetException();
      try {
        hideHarness(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
      } catch (Throwable _) {
        // Overridden by the student, and failing; then the trace stays as it is.
      }
      throw thrown;
    }
  }

  private @Nullable Object instance() throws Throwable {
    if (Modifier.isStatic(main.getModifiers())) {
      return null;
    }
    var constructor = main.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  /// Cuts our own frames off the traces, so that a student reads what `java` itself would print.
  private void hideHarness(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    var stack = thrown.getStackTrace();
    int end = stack.length;
    while (end > 0 && !program.owns(stack[end - 1])) {
      end--;
    }
    if (end > 0) {
      thrown.setStackTrace(Arrays.copyOf(stack, end));
    }
    var cause = thrown.getCause();
    if (cause != null) {
      hideHarness(cause, seen);
    }
    for (var suppressed : thrown.getSuppressed()) {
      hideHarness(suppressed, seen);
    }
  }
}
