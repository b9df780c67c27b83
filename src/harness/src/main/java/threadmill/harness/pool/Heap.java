package threadmill.harness.pool;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;

/// How full the JVM's heap is with what is alive.
final class Heap {
  /// Above that part of the old generation somebody has more than the runs may have together.
  private static final double FULL = 0.75;

  private final MemoryPoolMXBean old =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
          .orElseThrow();

  /// Whether it was nearly full after the last full collection.
  boolean isFull() {
    var afterCollection = old.getCollectionUsage();
    return afterCollection != null && afterCollection.getUsed() > FULL * afterCollection.getMax();
  }
}
