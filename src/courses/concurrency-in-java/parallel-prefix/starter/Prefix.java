import java.util.function.LongBinaryOperator;

/// Prefixes: what one has got so far, at each place.
class Prefix {

  /// Replaces each value by the result of all values up to it: `v[i] = v[0] op v[1] op … op v[i]`.
  ///
  /// @param op associative; not all of them let their operands change places
  /// @param threads how many threads work, at least 1
  static void of(long[] values, LongBinaryOperator op, int threads) throws InterruptedException {
    // To do: with this loop, each step needs the one before.
    for (int i = 1; i < values.length; i++) {
      values[i] = op.applyAsLong(values[i - 1], values[i]);
    }
  }
}
