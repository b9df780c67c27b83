package threadmill.lab.host;

import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.lang.invoke.SerializedLambda;
import java.net.URI;
import java.util.Set;

/// Which objects may travel between a program and its workers: those of the program's own classes,
/// values and collections of the JDK, and exceptions. Others are refused before they are read: some
/// of the JDK's serialisable classes do more when they are read than to hold data.
///
/// Implementation note: one thread uses it, for one stream.
final class Travelling implements ObjectInputFilter {
  private static final int DEEPEST = 500;

  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang",
          "java.math",
          "java.time",
          "java.time.chrono",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic");

  private final ClassLoader program;
  private String refused = "too deep a structure";

  Travelling(ClassLoader program) {
    this.program = program;
  }

  /// What it refused, if it has refused something: a class, or words.
  String refused() {
    return refused;
  }

  @Override
  public Status checkInput(FilterInfo info) {
    if (info.depth() > DEEPEST) {
      return Status.REJECTED;
    }
    var type = info.serialClass();
    if (type == null) {
      return Status.UNDECIDED;
    }
    while (type.isArray()) {
      type = type.getComponentType();
    }
    if (mayTravel(type)) {
      return Status.ALLOWED;
    }
    refused = type.getName();
    return Status.REJECTED;
  }

  @SuppressWarnings("ReferenceEquality") // the same loader, whatever it says of itself
  private boolean mayTravel(Class<?> type) {
    return type.isPrimitive()
        || type.getClassLoader() == program
        || type.getPackageName().equals("threadmill.lab")
        || type == MainInstance.class
        || type == SerializedLambda.class
        || type == URI.class
        || (type.getModule() == Object.class.getModule()
            && (PACKAGES.contains(type.getPackageName())
                || Throwable.class.isAssignableFrom(type)));
  }
}
