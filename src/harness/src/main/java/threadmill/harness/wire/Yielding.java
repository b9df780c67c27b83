package threadmill.harness.wire;

import java.util.Set;

/// Yields that are woven into some of a program's classes, so that its threads meet in more ways.
///
/// @param seed decides where they yield; another for each JVM
/// @param types binary names of the classes
public record Yielding(long seed, Set<String> types) {
  public Yielding {
    types = Set.copyOf(types);
  }
}
