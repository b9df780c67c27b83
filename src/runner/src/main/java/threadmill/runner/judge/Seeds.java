package threadmill.runner.judge;

import java.util.SplittableRandom;

/// Seeds of the parts of a judging: as different as random ones, and the same for the same judging.
///
/// @param seed the judging's
record Seeds(long seed) {

  /// @param entry name of the entry
  /// @param number of the test, repetition or pair within it
  long of(String entry, long number) {
    return new SplittableRandom(seed ^ (31 * number + entry.hashCode()) * 0x9E3779B97F4A7C15L)
        .nextLong();
  }
}
