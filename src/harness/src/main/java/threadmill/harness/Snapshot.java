package threadmill.harness;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A consistent picture of one waiting thread: its stack, the lock it waits for, the monitors it
/// owns.
///
/// Taken by the JDK's own `jdk.internal.vm.ThreadSnapshot`, on which its thread dumps are built;
/// the only way to learn the monitors of a virtual thread. It is not public, hence the method
/// handles.
///
/// @param lock the monitor or synchronizer that it waits to own, if any
/// @param joins the platform thread whose end it waits for, if any
record Snapshot(
    Thread thread,
    String name,
    List<StackTraceElement> stack,
    @Nullable Object lock,
    @Nullable Thread joins,
    Stream<Object> ownedMonitors) {
  private static final MethodHandle OF;
  private static final MethodHandle STACK;
  private static final MethodHandle STATE;
  private static final MethodHandle BLOCKED_ON;
  private static final MethodHandle WAITING_ON;
  private static final MethodHandle PARK_BLOCKER;
  private static final MethodHandle OWNED;
  private static final VarHandle EXCLUSIVE_OWNER;

  static {
    try {
      var type = Class.forName("jdk.internal.vm.ThreadSnapshot");
      var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      OF = lookup.findStatic(type, "of", MethodType.methodType(type, Thread.class));
      STACK = virtual(lookup, type, "stackTrace", StackTraceElement[].class);
      STATE = virtual(lookup, type, "threadState", Thread.State.class);
      BLOCKED_ON = virtual(lookup, type, "blockedOn", Object.class);
      WAITING_ON = virtual(lookup, type, "waitingOn", Object.class);
      PARK_BLOCKER = virtual(lookup, type, "parkBlocker", Object.class);
      OWNED =
          lookup
              .findVirtual(type, "ownedMonitorsAt", MethodType.methodType(Stream.class, int.class))
              .asType(MethodType.methodType(Stream.class, Object.class, int.class));
      EXCLUSIVE_OWNER =
          MethodHandles.privateLookupIn(AbstractOwnableSynchronizer.class, MethodHandles.lookup())
              .findVarHandle(
                  AbstractOwnableSynchronizer.class, "exclusiveOwnerThread", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// A picture of the thread, or null when it has ended.
  static @Nullable Snapshot of(Thread thread) {
    try {
      Object snapshot = OF.invoke(thread);
      if (snapshot == null) {
        return null;
      }
      var stack = List.of((StackTraceElement[]) STACK.invokeExact(snapshot));
      var joins = joins(snapshot, stack, Set.of(Thread.State.WAITING));
      // A thread in wait is listed as the owner of the very monitor that it has given up.
      var owned = owned(snapshot, stack.size()).filter(monitor -> monitor != joins);
      return new Snapshot(thread, Threads.name(thread), stack, lock(snapshot), joins, owned);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot look at " + thread.threadId(), e);
    }
  }

  /// The platform thread whose end a thread waits for, with a deadline or without.
  static @Nullable Thread joined(Thread thread) {
    try {
      Object snapshot = OF.invoke(thread);
      if (snapshot == null) {
        return null;
      }
      return joins(
          snapshot,
          List.of((StackTraceElement[]) STACK.invokeExact(snapshot)),
          Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING));
    } catch (Throwable e) {
      throw new IllegalStateException("cannot look at " + thread.threadId(), e);
    }
  }

  /// The frames of a thread, innermost first; none when it has ended.
  static List<StackTraceElement> stackOf(Thread thread) {
    try {
      Object snapshot = OF.invoke(thread);
      return snapshot == null
          ? List.of()
          : List.of((StackTraceElement[]) STACK.invokeExact(snapshot));
    } catch (Throwable e) {
      throw new IllegalStateException("cannot look at " + thread.threadId(), e);
    }
  }

  /// The thread that holds a synchronizer, if it has such an owner.
  static @Nullable Thread ownerOf(Object lock) {
    return lock instanceof AbstractOwnableSynchronizer synchronizer
        ? (Thread) EXCLUSIVE_OWNER.get(synchronizer)
        : null;
  }

  private static @Nullable Object lock(Object snapshot) throws Throwable {
    return switch (state(snapshot)) {
      case BLOCKED -> (Object) BLOCKED_ON.invokeExact(snapshot);
      case WAITING -> (Object) PARK_BLOCKER.invokeExact(snapshot);
      case NEW, RUNNABLE, TIMED_WAITING, TERMINATED -> null;
    };
  }

  /// `Thread.join` waits on the thread's own monitor; any other wait may be notified by anyone. One
  /// that enters `join` may be blocked or at work still.
  private static @Nullable Thread joins(
      Object snapshot, List<StackTraceElement> stack, Set<Thread.State> waiting) throws Throwable {
    boolean inJoin = waiting.contains(state(snapshot)) && stack.stream().anyMatch(Snapshot::isJoin);
    return inJoin && (Object) WAITING_ON.invokeExact(snapshot) instanceof Thread joined
        ? joined
        : null;
  }

  private static Thread.State state(Object snapshot) throws Throwable {
    return (Thread.State) STATE.invokeExact(snapshot);
  }

  private static boolean isJoin(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Thread") && frame.getMethodName().equals("join");
  }

  @SuppressWarnings("unchecked") // ThreadSnapshot says Stream<Object>
  private static Stream<Object> owned(Object snapshot, int depth) {
    return IntStream.range(0, depth)
        .boxed()
        .flatMap(at -> {
          try {
            return (Stream<Object>) OWNED.invokeExact(snapshot, (int) at);
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static MethodHandle virtual(
      MethodHandles.Lookup lookup, Class<?> type, String name, Class<?> result)
      throws ReflectiveOperationException {
    return lookup
        .findVirtual(type, name, MethodType.methodType(result))
        .asType(MethodType.methodType(result, Object.class));
  }
}
