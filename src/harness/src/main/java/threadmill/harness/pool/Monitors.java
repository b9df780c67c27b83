package threadmill.harness.pool;

import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/// Keeps apart the monitors of objects that runs share.
///
/// Two runs that lock the same interned string, boxed number, class or enum constant of the JDK
/// would block each other. Such an object has a stand-in in each run, whose monitor is used
/// instead. An object of the run's own classes, an array, a plain `Object` or a collection cannot
/// be another run's, and is locked itself.
///
/// Implementation note: `this` guards `standIns`, which keeps its keys for the life of the run.
public final class Monitors {
  /// Classes of the JDK that have no instances which several runs could have.
  private static final Set<Class<?>> UNSHARED =
      Set.of(
          Object.class,
          java.util.ArrayList.class,
          java.util.LinkedList.class,
          java.util.ArrayDeque.class,
          java.util.HashMap.class,
          java.util.HashSet.class,
          java.util.LinkedHashMap.class,
          java.util.TreeMap.class,
          java.util.TreeSet.class,
          java.util.PriorityQueue.class,
          java.util.concurrent.ConcurrentHashMap.class,
          java.util.concurrent.atomic.AtomicInteger.class,
          java.util.concurrent.atomic.AtomicLong.class,
          StringBuilder.class,
          RunThread.class);

  private final IdentityHashMap<Object, Object> standIns = new IdentityHashMap<>();

  /// The object whose monitor stands for that of `object` in this run.
  public static Object of(Object object, Run run) {
    if (object == null) {
      throw new NullPointerException("Cannot enter synchronized block of null");
    }
    var type = object.getClass();
    boolean own =
        type.isArray()
            || UNSHARED.contains(type)
            || type.getClassLoader() instanceof RunLoader
            || object instanceof Lock;
    boolean ownClass =
        object instanceof Class<?> locked && locked.getClassLoader() instanceof RunLoader;
    return own || ownClass ? object : run.monitors.standIn(object);
  }

  private synchronized Object standIn(Object object) {
    return standIns.computeIfAbsent(object, _ -> new Object());
  }
}
