package threadmill.harness;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import threadmill.harness.wire.ThreadState.Activity;

/// HotSpot's status word of a platform thread, `Thread.holder.threadStatus`.
///
/// Reading it costs nanoseconds and stops nobody, where a thread dump needs a safepoint; and it
/// tells sleeping, parking and waiting apart, which `Thread.State` does not. The bits are JVMTI's
/// (`GetThreadState`).
final class StatusWord {
  private static final int WAITING_INDEFINITELY = 0x10;
  private static final int WAITING_WITH_TIMEOUT = 0x20;
  private static final int SLEEPING = 0x40;
  private static final int IN_OBJECT_WAIT = 0x100;
  private static final int PARKED = 0x200;
  private static final int BLOCKED_ON_MONITOR_ENTER = 0x400;

  private static final VarHandle HOLDER;
  private static final VarHandle STATUS;

  static {
    try {
      var lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
      var holder = Class.forName("java.lang.Thread$FieldHolder");
      HOLDER = lookup.findVarHandle(Thread.class, "holder", holder);
      STATUS =
          MethodHandles.privateLookupIn(holder, MethodHandles.lookup())
              .findVarHandle(holder, "threadStatus", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private StatusWord() {}

  /// The word of a platform thread; a virtual thread has none.
  static int of(Thread thread) {
    Object holder = HOLDER.get(thread);
    return (int) STATUS.getVolatile(holder);
  }

  static Activity activity(int word) {
    if ((word & BLOCKED_ON_MONITOR_ENTER) != 0) {
      return Activity.BLOCKED;
    } else if ((word & SLEEPING) != 0) {
      return Activity.SLEEPING;
    } else if ((word & PARKED) != 0) {
      return Activity.PARKED;
    } else if ((word & IN_OBJECT_WAIT) != 0) {
      return Activity.WAITING;
    } else {
      return Activity.RUNNABLE;
    }
  }

  /// Whether it waits for something that may never come: in `wait` or `park` without a deadline.
  static boolean waitsForever(int word) {
    return (word & WAITING_INDEFINITELY) != 0;
  }

  /// Whether it waits with a deadline.
  static boolean timed(int word) {
    return (word & WAITING_WITH_TIMEOUT) != 0;
  }

  /// Whether it may be part of a cycle of untimed waits.
  static boolean mayDeadlock(int word) {
    return (word & BLOCKED_ON_MONITOR_ENTER) != 0 || waitsForever(word);
  }
}
