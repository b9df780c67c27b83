package threadmill.runner.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one sandbox may use, fixed before its JVM starts.
///
/// @param heapMiB the Java heap, in MiB
/// @param threads platform threads beside the JVM's own
/// @param cpu CPU time of any of its processes, or null where it is bounded otherwise
public record Bounds(int heapMiB, int threads, @Nullable Duration cpu) {

  /// Metaspace, code cache, collector and malloc of a JVM, above its heap and stacks.
  private static final long JVM_BYTES = 320L << 20;

  /// A thread's stack as HotSpot reserves it by default on Linux x86-64, with its guard pages.
  private static final long STACK_BYTES = (1L << 20) + (64L << 10);

  /// Threads of the JVM itself: collector, compilers, finalizer, signal dispatcher, our own.
  private static final int JVM_THREADS = 40;

  /// Bytes of the one place that it can write.
  public static final long TMPFS_BYTES = 64L << 20;

  /// Bound of one process's private writable memory, which `RLIMIT_DATA` holds.
  public long dataBytes() {
    return (((long) heapMiB) << 20) + JVM_BYTES + tasks() * STACK_BYTES;
  }

  /// Bound of the resident memory of all its processes together, which the supervisor holds.
  public long residentBytes() {
    return (((long) heapMiB) << 20) + JVM_BYTES + TMPFS_BYTES;
  }

  /// Bound of its processes and threads together, the JVM's own included.
  public int tasks() {
    return threads + JVM_THREADS;
  }
}
