package threadmill.harness;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.Thrown;

/// The student's program: its classes, defined in a loader of their own.
public final class Program {
  private static final int LONGEST_MESSAGE = 500;

  private final ClassLoader loader;
  private final Map<String, byte[]> classes;
  private final Predicate<String> owns;
  private final String mainClass;

  private Program(
      ClassLoader loader, Map<String, byte[]> classes, Predicate<String> owns, String mainClass) {
    this.loader = loader;
    this.classes = classes;
    this.owns = owns;
    this.mainClass = mainClass;
  }

  /// Takes over the classes; none is defined yet.
  static Program of(Command.Prepare prepare) {
    var disturbance = new Disturbance(prepare.yielding());
    var classes = disturbance.into(prepare.classes());
    var loader = new Loader(classes);
    disturbance.openTo(loader);
    return new Program(loader, classes, classes::containsKey, prepare.mainClass());
  }

  /// The same for classes that a loader defines.
  ///
  /// @param owns whether a class of that name is the program's
  public static Program of(ClassLoader loader, Predicate<String> owns, String mainClass) {
    return new Program(loader, Map.of(), owns, mainClass);
  }

  /// Its `main`; the class is defined then and not initialised, which is the program's own time.
  public MainMethod main() throws NoMainException {
    return MainMethod.of(this);
  }

  String mainClass() {
    return mainClass;
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

  /// Describes what left the student's code. Its message and trace may come from the student's own
  /// overrides, which may fail as well.
  public Thrown describe(Throwable thrown) {
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
    return new Thrown(thrown.getClass().getName(), shortened, place);
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
