package threadmill.harness;

import java.lang.Thread.State;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.ThreadState;
import threadmill.harness.wire.ThreadState.Activity;
import threadmill.harness.wire.ThreadState.Wait;

/// Finds out what a thread that is seen waiting waits for, and who holds it.
///
/// Cheapest first: a parked thread's blocker is a field; a monitor and its owner are asked from
/// HotSpot, which stops nobody; a stack is walked only where a wait is new, and for a kind of lock
/// that is known only once. All of it calls nothing that a student could override. A thread may go
/// on while it is looked at, so what is found counts only if its status word is the same after.
final class Reasons {
  /// Longest name of a lock or method, in characters: a class's may have 65,535 bytes.
  private static final int LONGEST_NAME = 200;

  private static final int MOST_METHODS = 1_000;

  private final Program program;
  private final Map<Long, Episode> episodes = new HashMap<>();

  /// Which method parks on a lock; a lock is seldom used by two.
  private final Map<String, String> methods =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_METHODS;
        }
      };

  Reasons(Program program) {
    this.program = program;
  }

  /// One wait of one thread, which a stack was walked for.
  ///
  /// @param kind what the status word said
  /// @param count which of the thread's waits of that kind it is
  private record Episode(
      Activity kind, String on, long count, Activity activity, long owner, String at) {}

  /// What was found out.
  record Found(Activity activity, @Nullable Wait waits) {}

  /// Whether HotSpot must be asked; of a running thread only once it has been running for a while.
  static boolean asks(Activity now, @Nullable ThreadState before) {
    return switch (now) {
      case BLOCKED, WAITING -> true;
      case RUNNABLE ->
          before != null
              && (before.activity() == Activity.RUNNABLE || before.activity() == Activity.IO);
      case REENTERING, PARKED, SLEEPING, IO, PINNED, ENDED -> false;
    };
  }

  /// Explains one thread.
  ///
  /// @param info what HotSpot says, if it was asked
  Found of(Thread thread, int word, Activity activity, @Nullable ThreadInfo info, boolean carrier) {
    boolean timed = StatusWord.timed(word);
    var found =
        switch (activity) {
          case SLEEPING -> new Found(activity, new Wait(true, "", 0, ""));
          case PARKED -> parked(thread, timed, carrier);
          case BLOCKED -> info == null ? null : blocked(thread, info);
          case WAITING -> info == null ? null : waiting(thread, timed, info);
          case RUNNABLE -> info == null ? null : inNative(thread, info);
          case REENTERING, IO, PINNED, ENDED -> null;
        };
    boolean same = StatusWord.of(thread) == word;
    return found != null && same ? found : new Found(activity, null);
  }

  void ended(long thread) {
    episodes.remove(thread);
  }

  @SuppressWarnings("ReferenceEquality") // the same lock, not an equal one
  private Found parked(Thread thread, boolean timed, boolean carrier) {
    var blocker = LockSupport.getBlocker(thread);
    if (carrier && !(blocker instanceof ForkJoinPool)) {
      return new Found(Activity.PINNED, new Wait(timed, "", 0, ""));
    }
    if (blocker == null) {
      return new Found(Activity.PARKED, new Wait(timed, "", 0, ""));
    }
    var on = name(blocker);
    var owner = Snapshot.ownerOf(blocker);
    var at = methods.get(on);
    if (at == null) {
      at = cut(Stacks.parking(Snapshot.stackOf(thread)));
      if (at.isEmpty() || LockSupport.getBlocker(thread) != blocker) {
        at = "";
      } else {
        methods.put(on, at);
      }
    }
    return new Found(
        Activity.PARKED, new Wait(timed, on, owner == null ? 0 : owner.threadId(), at));
  }

  private @Nullable Found blocked(Thread thread, ThreadInfo info) {
    if (info.getThreadState() != State.BLOCKED || info.getLockName() == null) {
      return null;
    }
    var on = cut(info.getLockName());
    var episode = goingOn(thread, on, info.getBlockedCount(), Activity.BLOCKED);
    if (episode == null) {
      var stack = Snapshot.stackOf(thread);
      var activity = Stacks.reenters(stack) ? Activity.REENTERING : Activity.BLOCKED;
      episode =
          new Episode(
              Activity.BLOCKED, on, info.getBlockedCount(), activity, 0, cut(program.place(stack)));
      episodes.put(thread.threadId(), episode);
    }
    return new Found(
        episode.activity(), new Wait(false, on, Math.max(0, info.getLockOwnerId()), episode.at()));
  }

  private Found waiting(Thread thread, boolean timed, ThreadInfo info) {
    var lock = info.getLockName();
    var on = lock == null ? "" : cut(lock);
    var episode = goingOn(thread, on, info.getWaitedCount(), Activity.WAITING);
    if (episode == null) {
      var joined = Snapshot.joined(thread);
      var at = joined == null ? program.place(Snapshot.stackOf(thread)) : "java.lang.Thread.join";
      long owner = joined == null ? 0 : joined.threadId();
      episode =
          new Episode(
              Activity.WAITING, on, info.getWaitedCount(), Activity.WAITING, owner, cut(at));
      episodes.put(thread.threadId(), episode);
    }
    return new Found(Activity.WAITING, new Wait(timed, on, episode.owner(), episode.at()));
  }

  private @Nullable Episode goingOn(Thread thread, String on, long count, Activity kind) {
    var episode = episodes.get(thread.threadId());
    boolean same =
        episode != null
            && episode.kind() == kind
            && episode.count() == count
            && episode.on().equals(on);
    return same ? episode : null;
  }

  private static @Nullable Found inNative(Thread thread, ThreadInfo info) {
    if (info.getThreadState() != State.RUNNABLE || !info.isInNative()) {
      return null;
    }
    var method = Stacks.io(Snapshot.stackOf(thread));
    return method.isEmpty() ? null : new Found(Activity.IO, new Wait(false, "", 0, method));
  }

  private static String name(Object lock) {
    return cut(lock.getClass().getName())
        + "@"
        + Integer.toHexString(System.identityHashCode(lock));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
