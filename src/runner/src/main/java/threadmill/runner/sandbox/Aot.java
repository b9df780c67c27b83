package threadmill.runner.sandbox;

import java.nio.file.Path;

/// How a sandbox's JVM stands to HotSpot's ahead-of-time cache (JEP 483, 514 and 515): classes
/// loaded and linked, and methods profiled, by a JVM that ran earlier with the same switches.
public sealed interface Aot {
  /// Starts as ever.
  record None() implements Aot {}

  /// Starts from the cache in this folder of the host.
  record Uses(Path folder) implements Aot {}

  /// Writes a cache into this folder when it exits; only ever with code that is all our own, since
  /// the folder is the one place of the host that a sandbox writes.
  ///
  /// @param linked whether it holds classes linked (JEP 483), not just loaded; starts are faster
  ///   then
  record Trains(Path folder, boolean linked) implements Aot {}
}
