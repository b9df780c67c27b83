package threadmill.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import jdk.internal.misc.MethodFinder;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Report;

/// The student's program: its classes, defined in a loader of their own, and its `main`.
public final class Program {
  private static final int LONGEST_MESSAGE = 500;

  private final ClassLoader loader;
  private final Map<String, byte[]> classes;
  private final Predicate<String> owns;
  private final Method main;

  private Program(
      ClassLoader loader, Map<String, byte[]> classes, Predicate<String> owns, Method main) {
    this.loader = loader;
    this.classes = classes;
    this.owns = owns;
    this.main = main;
  }

  /// Defines the main class without initialising it; that, too, is the program's own time.
  static Program load(Command.Prepare prepare) throws NoMainException {
    var classes = prepare.classes();
    var loader = new Loader(classes);
    return new Program(loader, classes, classes::containsKey, mainOf(loader, prepare.mainClass()));
  }

  /// The same for classes that a loader defines.
  ///
  /// @param owns whether a class of that name is the program's
  public static Program load(ClassLoader loader, Predicate<String> owns, String main)
      throws NoMainException {
    return new Program(loader, Map.of(), owns, mainOf(loader, main));
  }

  private static Method mainOf(ClassLoader loader, String name) throws NoMainException {
    try {
      var mainClass = Class.forName(name, false, loader);
      var main = MethodFinder.findMainMethod(mainClass);
      if (main == null) {
        throw new NoMainException(
            "There is no main method to start in class "
                + name
                + "; write one, such as void main() { … }");
      }
      main.setAccessible(true);
      return main;
    } catch (ClassNotFoundException e) {
      throw new NoMainException("Class " + e.getMessage() + " cannot be found");
    } catch (LinkageError e) {
      throw new NoMainException("Class " + name + " cannot be loaded: " + e);
    }
  }

  /// Calls `main` as the launch protocol of JEP 512 says.
  public void main(List<String> args) throws Throwable {
    Thread.currentThread().setContextClassLoader(loader);
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

  String mainClass() {
    return main.getDeclaringClass().getName();
  }

  ClassLoader loader() {
    return loader;
  }

  /// Its class files, by binary name; none where another loader defines them.
  Map<String, byte[]> classes() {
    return classes;
  }

  /// Whether a stack frame is in the student's own code.
  public boolean owns(StackTraceElement frame) {
    return owns.test(frame.getClassName());
  }

  /// The innermost frame of the student's own code, such as `Main.java:12`, or empty.
  public String place(List<StackTraceElement> stack) {
    for (var frame : stack) {
      if (owns(frame)) {
        return frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  /// Describes what left `main`. Its message and trace may come from the student's own overrides,
  /// which may fail as well.
  public Report.MainThrew describe(Throwable thrown) {
    var message = "";
    var place = "";
    try {
      place = place(List.of(thrown.getStackTrace()));
      message = Objects.requireNonNullElse(thrown.getMessage(), "");
    } catch (Throwable _) {
      // Then the exception's name must do.
    }
    var shortened =
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    return new Report.MainThrew(thrown.getClass().getName(), shortened, place);
  }

  /// Cuts our own frames off the traces, so that a student reads what `java` itself would print.
  private void hideHarness(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    var stack = thrown.getStackTrace();
    int end = stack.length;
    while (end > 0 && !owns(stack[end - 1])) {
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

  /// Defines the program's classes on demand.
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(ClassLoader.getSystemClassLoader());
      this.classes = classes;
    }

    static {
      registerAsParallelCapable();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
