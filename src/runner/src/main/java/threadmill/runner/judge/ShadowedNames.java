package threadmill.runner.judge;

import java.util.Collection;
import java.util.Optional;

/// Names of `java.lang` that a student's classes must not have beside drivers.
///
/// A class of the same package goes before `java.lang`: with a `Thread` of the student's own, a
/// driver would start no threads.
final class ShadowedNames {
  private ShadowedNames() {}

  /// The first such class, unless the reference solution has it too.
  ///
  /// @param classes binary names of the student's classes
  /// @param solution those of the reference solution
  static Optional<String> find(Collection<String> classes, Collection<String> solution) {
    return classes.stream()
        .filter(name -> !name.contains("$") && !solution.contains(name))
        .filter(name -> isInJavaLang(name.substring(name.lastIndexOf('.') + 1)))
        .sorted()
        .findFirst();
  }

  private static boolean isInJavaLang(String simpleName) {
    try {
      Class.forName("java.lang." + simpleName, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError _) {
      return false;
    }
  }
}
