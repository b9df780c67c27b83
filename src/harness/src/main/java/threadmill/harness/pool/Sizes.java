package threadmill.harness.pool;

/// Looks at how much is asked for, before it is taken: one request must not exhaust a heap that
/// others share.
public final class Sizes {
  private static final long SMALL = 1 << 20;

  private Sizes() {}

  /// Whether so many elements fit into the heap that this run may have.
  ///
  /// @throws OutOfMemoryError when they do not, as in a JVM of that size
  public static void room(int count, int elementBytes, Run run) {
    if (count > SMALL) {
      room((long) count * elementBytes, run);
    }
  }

  /// The same, in bytes.
  public static void room(long bytes, Run run) {
    if (bytes > run.allowance.heapBytes()) {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  /// The product, or as much as a `long` can be; a negative length counts for nothing here, since
  /// the JVM will refuse it.
  public static long times(long number, int by) {
    try {
      return Math.multiplyExact(number, Math.max(by, 0));
    } catch (ArithmeticException _) {
      return Long.MAX_VALUE;
    }
  }
}
