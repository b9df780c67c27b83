package threadmill.runner;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// Packages that a program may not put its classes into.
///
/// The JVM refuses `java` when it loads such a class. A class in one of ours would be passed over
/// in favour of the harness's own of the same name.
final class ReservedNames {
  private ReservedNames() {}

  /// Judges the binary names of a program's classes; empty where they are its own.
  static Optional<Judgement> offence(Collection<String> classes) {
    return classes.stream()
        .filter(name -> Stream.of("java.", "threadmill.").anyMatch(name::startsWith))
        .sorted()
        .findFirst()
        .map(name ->
            new Judgement(
                Verdict.SECURITY_VIOLATION,
                "%s is in a package that is not yours to use; choose another name."
                    .formatted(name)));
  }
}
